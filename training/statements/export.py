"""Trained net -> MODELS/statements-cues.onnx, statements-spans.onnx (int8), statements.json and statements.vocab.txt.

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

from data import BEFORE, LEVELS, PATH, STEPS, TAGS, Maker
from model import Model
from quantise import Graph, bilstm, gather, linear

OPSET = 14


def lstm(g, net, w, x, lengths, layers, hint):
    for layer in range(layers):
        ways = [[w[f'{net}.{n}{layer}{way}'] for way in 'fb'] for n in ('wx', 'wh', 'b')]
        x = bilstm(g, x, lengths, np.stack(ways[0]).transpose(0, 2, 1), np.stack(ways[1]).transpose(0, 2, 1), np.stack(ways[2]), f'{hint}{layer}')
    return x


def cue_graph(c, w):
    """features int32 [B,T,5], lengths int32 [B] -> cues float [B,T]; here, there float [B,T,pair], for the other graph."""
    g = Graph()
    ids = g.add('Transpose', ['features'], perm=[1, 0, 2])
    column = lambda i: g.add('Squeeze', [g.add('Gather', [ids, g.constant(np.array([i], np.int64))], axis=2), g.constant(np.array([2], np.int64))])
    x = [gather(g, w['word.weight'], column(0), 'word')]
    for i in range(len(c['small'])):
        x.append(gather(g, w[f'small.{i}.weight'], column(1 + i), f'small{i}'))
    h = lstm(g, 'encoder', w, g.add('Concat', x, axis=2), 'lengths', c['layers'], 'encoder')
    h = g.add('Transpose', [h], perm=[1, 0, 2])
    layers = ['cue.0', 'here', 'there']
    every = linear(g, h, np.concatenate([w[k + '.weight'] for k in layers]).T, np.concatenate([w[k + '.bias'] for k in layers]), 'pair')
    widths = g.constant(np.array([64, c['pair'], c['pair']], np.int64))
    cue, here, there = g.add('Split', [every, widths], outputs=3, axis=2)
    logit = g.add('Add', [g.add('MatMul', [g.add('Relu', [cue]), g.constant(w['cue.2.weight'].T)]), g.constant(w['cue.2.bias'])])
    g.add('Squeeze', [g.add('Sigmoid', [logit]), g.constant(np.array([2], np.int64))], name='cues')
    g.add('Identity', [here], name='here')
    g.add('Identity', [there], name='there')
    info, i32, f32 = helper.make_tensor_value_info, TensorProto.INT32, TensorProto.FLOAT
    return g.model([info('features', i32, ['B', 'T', 5]), info('lengths', i32, ['B'])],
                   [info('cues', f32, ['B', 'T']), info('here', f32, ['B', 'T', c['pair']]), info('there', f32, ['B', 'T', c['pair']])], OPSET)


def span_graph(c, w):
    """here, there [B,T,pair]; rows int32 [N,S] and anchors int32 [N] into their B * T tokens; places, steps int32 [N,S]; lengths int32 [N]
    -> scores float [N,S,tags]."""
    g = Graph()
    flat = lambda x: g.add('Reshape', [x, g.constant(np.array([-1, c['pair']], np.int64))])
    turned = lambda x: g.add('Transpose', [x], perm=[1, 0])
    here = g.add('Gather', [flat('here'), turned('rows')], axis=0)
    there = g.add('Gather', [flat('there'), 'anchors'], axis=0)
    x = g.add('Add', [here, there])
    for name in ('place', 'step'):
        x = g.add('Add', [x, gather(g, w[name + '.weight'], turned(name + 's'), name)])
    h = lstm(g, 'reader', w, g.add('Relu', [x]), 'lengths', 1, 'reader')
    y = g.add('Add', [g.add('MatMul', [h, g.constant(w['tags.weight'].T)]), g.constant(w['tags.bias'])])
    g.add('Transpose', [y], perm=[1, 0, 2], name='scores')
    info, i32, f32 = helper.make_tensor_value_info, TensorProto.INT32, TensorProto.FLOAT
    pairs = [info(k, f32, ['B', 'T', c['pair']]) for k in ('here', 'there')]
    ints = [info(k, i32, ['N', 'S']) for k in ('rows', 'places', 'steps')] + [info(k, i32, ['N']) for k in ('anchors', 'lengths')]
    return g.model(pairs + ints, [info('scores', f32, ['N', 'S', len(TAGS)])], OPSET)


def main(checkpoint, folder):
    got = torch.load(checkpoint)
    model = Model(got['config'])
    model.load_state_dict(got['weights'])
    c, w = got['config'], {k: v.detach().numpy() for k, v in model.state_dict().items()}
    os.makedirs(folder, exist_ok=True)
    onnx.save(cue_graph(c, w), os.path.join(folder, 'statements-cues.onnx'))
    onnx.save(span_graph(c, w), os.path.join(folder, 'statements-spans.onnx'))
    with open(os.path.join(folder, 'statements.vocab.txt'), 'w', encoding='utf-8', newline='\n') as f:
        f.write('\n'.join(got['vocabulary']) + '\n')
    file = os.path.join(folder, 'statements.json')
    meta = {'format': 1, 'about': 'What each number means is told in training/statements/data.py and export.py.',
            'cues': 'statements-cues.onnx', 'spans': 'statements-spans.onnx', 'vocabulary': 'statements.vocab.txt',
            'features': Maker(got['vocabulary'], got['lists']).features.config(), 'lists': got['lists'], 'tags': TAGS, 'steps': STEPS,
            'places': {'before': BEFORE, 'path': PATH, 'levels': LEVELS}, 'moves': [[round(v, 4) for v in row] for row in w['moves'].tolist()],
            'threshold': .35, 'sure': [[0, .5]], 'unsourced': .5}
    with open(file, 'w', encoding='utf-8') as f:
        json.dump(meta, f, ensure_ascii=False, indent=1)
        f.write('\n')
    print({n: os.path.getsize(os.path.join(folder, n)) for n in os.listdir(folder) if n.startswith('statements')})


if __name__ == '__main__':
    main(*sys.argv[1:])
