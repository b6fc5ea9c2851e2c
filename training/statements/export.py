"""Trained net -> MODELS/statements-cues.onnx, statements-spans.onnx (int8) and statements.json.

    python3 export.py FILE.pt MODELS

The threshold and the shares of statements that are right are calibrate.ts's to write.
"""
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from data import BEFORE, LEVELS, PATH, STEPS, TAGS, WORDS, ZERO
from model import Model
from quantise import Graph, bilstm, brought_bytes, gather, linear

OPSET = 14


def lstm(g, net, w, x, lengths):
    ways = [[w[f'{net}.{n}0{way}'] for way in 'fb'] for n in ('wx', 'wh', 'b')]
    return bilstm(g, x, lengths, np.stack(ways[0]).transpose(0, 2, 1), np.stack(ways[1]).transpose(0, 2, 1), np.stack(ways[2]), net)


def rows(g, table, ids, hint):
    """Rows of a small table, in full."""
    return g.add('Gather', [g.constant(table, hint), ids], axis=0)


def cue_graph(c, w):
    """states uint8 [R,states] and features int32 [5,R], a row a token; rows int32 [T,B] into those; lengths int32 [B] -> cues float [T,B];
    here, there float [T,B,pair], for the other graph."""
    g = Graph()
    x = brought_bytes(g, 'states', 1 / (255 - ZERO), ZERO, w['bring.weight'].T, w['bring.bias'], 'bring')
    every = g.add('Split', ['features', g.constant(np.ones(len(c['small']), np.int64))], outputs=len(c['small']), axis=0)
    for i, ids in enumerate(every):
        ids = g.add('Squeeze', [ids, g.constant(np.array([0], np.int64))])
        table = gather if i == len(c['small']) - 1 else rows
        x = g.add('Add', [x, table(g, w[f'small.{i}.weight'], ids, f'small{i}')])
    x = g.add('Gather', [x, 'rows'], axis=0)
    h = lstm(g, 'encoder', w, x, 'lengths')
    layers = ['cue.0', 'here', 'there']
    every = linear(g, h, np.concatenate([w[k + '.weight'] for k in layers]).T, np.concatenate([w[k + '.bias'] for k in layers]), 'pair')
    widths = g.constant(np.array([c['head'], c['pair'], c['pair']], np.int64))
    cue, *_ = g.add('Split', [every, widths], outputs=['cue', 'here', 'there'], axis=2)
    logit = g.add('Add', [g.add('MatMul', [g.add('Relu', [cue]), g.constant(w['cue.2.weight'].T)]), g.constant(w['cue.2.bias'])])
    g.add('Squeeze', [g.add('Sigmoid', [logit]), g.constant(np.array([2], np.int64))], name='cues')
    info, i32, f32 = helper.make_tensor_value_info, TensorProto.INT32, TensorProto.FLOAT
    return g.model([info('states', TensorProto.UINT8, ['R', c['states']]), info('features', i32, [len(c['small']), 'R']), info('rows', i32, ['T', 'B']),
                    info('lengths', i32, ['B'])],
                   [info('cues', f32, ['T', 'B']), info('here', f32, ['T', 'B', c['pair']]), info('there', f32, ['T', 'B', c['pair']])], OPSET)


def span_graph(c, w):
    """here, there float [R,pair], a row a token; rows int32 [S,N] and anchors int32 [N] into those; places, steps int32 [S,N]; lengths int32 [N]
    -> scores float [N,S,tags]."""
    g = Graph()
    x = g.add('Add', [g.add('Gather', ['here', 'rows'], axis=0), g.add('Gather', ['there', 'anchors'], axis=0)])
    for name in ('place', 'step'):
        x = g.add('Add', [x, rows(g, w[name + '.weight'], name + 's', name)])
    h = lstm(g, 'reader', w, g.add('Relu', [x]), 'lengths')
    y = g.add('Add', [g.add('MatMul', [h, g.constant(w['tags.weight'].T)]), g.constant(w['tags.bias'])])
    g.add('Transpose', [y], perm=[1, 0, 2], name='scores')
    info, i32, f32 = helper.make_tensor_value_info, TensorProto.INT32, TensorProto.FLOAT
    pairs = [info(k, f32, ['R', c['pair']]) for k in ('here', 'there')]
    ints = [info(k, i32, ['S', 'N']) for k in ('rows', 'places', 'steps')] + [info(k, i32, ['N']) for k in ('anchors', 'lengths')]
    return g.model(pairs + ints, [info('scores', f32, ['N', 'S', len(TAGS)])], OPSET)


def main(checkpoint, folder):
    got = torch.load(checkpoint)
    model = Model(got['config'])
    model.load_state_dict(got['weights'])
    c, w = got['config'], {k: v.detach().numpy() for k, v in model.state_dict().items()}
    os.makedirs(folder, exist_ok=True)
    onnx.save(cue_graph(c, w), os.path.join(folder, 'statements-cues.onnx'))
    onnx.save(span_graph(c, w), os.path.join(folder, 'statements-spans.onnx'))
    file = os.path.join(folder, 'statements.json')
    meta = {'format': 3, 'about': 'What each number means is told in training/statements/data.py and export.py.',
            'cues': 'statements-cues.onnx', 'spans': 'statements-spans.onnx',
            'states': c['states'], 'words': WORDS, 'pair': c['pair'], 'lists': got['lists'], 'tags': TAGS, 'steps': STEPS,
            'places': {'before': BEFORE, 'path': PATH, 'levels': LEVELS}, 'moves': [[round(v, 4) for v in row] for row in w['moves'].tolist()],
            'threshold': .35, 'sure': [[0, .5]], 'unsourced': .5}
    with open(file, 'w', encoding='utf-8') as f:
        json.dump(meta, f, ensure_ascii=False, indent=1)
        f.write('\n')
    print({n: os.path.getsize(os.path.join(folder, n)) for n in os.listdir(folder) if n.startswith('statements')})


if __name__ == '__main__':
    main(*sys.argv[1:])
