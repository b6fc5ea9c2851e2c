"""Trained net -> MODELS/english.onnx (int8), english.json (all that a reader must know), english.vocab.txt.

    python3 export.py WORK FILE.pt MODELS
"""
import base64
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from data import NAME_TAGS, Batcher
from evaluate import parse
from features import PARTS, Features, read_vocabulary
from quantise import Graph, bilstm, brought, gather, linear
from train import restore

OPSET = 14
# What a byte of the states is worth: states are in (-1, 1); of the inputs one in 100,000 goes beyond 4.
STATE, INPUT = 1 / 127, .0315
EXAMPLES = [s.split() for s in (
    "Ruritania 's foreign minister , Mara Lund , told reporters on Monday that talks with the Republicans had n't failed .",
    "“ We will never accept the 1,500 - page treaty , ” said President Okafor .")]
ABOUT = """Batch of B sentences, padded to T tokens with 0. Feed words int32 [T,B], parts int32 [T,B,8], lengths int32 [B]; ids as in
training/language/FEATURES.md. Outputs beyond a sentence's length mean nothing. upos, xpos, names, deprel: places in the lists under tags; names token by token, better read from name_scores with Viterbi.
heads: best head of each token, greedily, 0 the root, k the k-th token. arcs[b,i,k]: score of head k for token i, -10000 where k cannot be.
deprel goes with heads; where a tree decoder changes the head of token i to k, the logits are
relation.weights^T z + relation.bias, z = [lrelu(d[0:H] + g[0:H]), d[H:2H] * g[H:2H]], d = relation_dep[b,i], g = relation_head[b,k],
H = relation.size, lrelu(x) = x > 0 ? x : 0.1 x; weights are float32 little-endian in base64, [2H, deprel], row-major.
states: what the net knows of each token, for other models to read: its last LSTM layer, x = (value - 128) / 127, then the embeddings as they are brought to the first, x = 0.0315 (value - 128)."""


def graph_of(model):
    c, w = model.config, {k: v.detach().numpy() for k, v in model.state_dict().items()}
    g, s = Graph(), 'schemes.gold.'
    ints = lambda *v: g.constant(np.array(v, np.int64), 'shape')
    if c['input']:
        x = brought(g, [(w['word.weight'], 'words'), (w['part.weight'], 'parts')], ints(0, 0, -1), w['first.weight'].T, w['first.bias'], 'first')
    else:
        x = g.add('Concat', [gather(g, w['word.weight'], 'words', 'word'),
                             g.add('Reshape', [gather(g, w['part.weight'], 'parts', 'part'), ints(0, 0, -1)])], axis=2)
    first = x
    for layer in range(c['layers']):
        ways = [[w[f'lstm.{n}{layer}{way}'] for way in 'fb'] for n in ('wx', 'wh', 'b')]
        x = bilstm(g, x, 'lengths', np.stack(ways[0]).transpose(0, 2, 1), np.stack(ways[1]).transpose(0, 2, 1), np.stack(ways[2]), f'lstm{layer}',
                   by_sequence=layer == c['layers'] - 1)

    byte = lambda x, scale: g.add('QuantizeLinear', [x, g.constant(np.float32(scale), 'scale'), g.constant(np.uint8(128), 'zero')])
    g.add('Concat', [byte(x, STATE), g.add('Transpose', [byte(first, INPUT)], perm=[1, 0, 2])], axis=2, name='states')

    dep, head = ('arc_dep', 'sum_dep', 'product_dep'), ('arc_head', 'sum_head', 'product_head')
    layers = [s + 'upos', s + 'xpos', 'names.news', *(s + k for k in dep + head)]
    weight = np.concatenate([w[k + '.weight'] for k in layers]).T
    bias = np.concatenate([w[k + '.bias'] for k in layers])
    r = c['relation']
    widths = [*(len(w[k + '.bias']) for k in layers[:3]), c['arc'], 2 * r, c['arc'], 2 * r]
    every = linear(g, x, weight, bias, 'heads')
    parts = ['upos_scores', 'xpos_scores', 'name_scores', 'arc_dep', 'relation_dep', 'arc_head', 'relation_of_heads']
    upos, xpos, names, arc_dep, rel_dep, arc_head, rel_head = g.add('Split', [every, ints(*widths)], outputs=parts, axis=2)

    def argmax(x, name):
        g.add('Cast', [g.add('ArgMax', [x], axis=-1, keepdims=0)], to=TensorProto.INT32, name=name)
    for x, name in ((upos, 'upos'), (xpos, 'xpos'), (names, 'names')):
        argmax(x, name)

    size = g.add('Shape', ['words'])
    length, batch = (g.add('Gather', [size, ints(i)], axis=0) for i in (0, 1))
    one = ints(1)
    more = g.add('Add', [length, one])

    def with_root(x, layers, name=None):
        root = np.concatenate([w[s + k + '.weight'] @ w[s + 'root'] + w[s + k + '.bias'] for k in layers]).astype(np.float32)
        shape = g.add('Concat', [batch, one, ints(len(root))], axis=0)
        return g.add('Concat', [g.add('Expand', [g.constant(root[None, None], 'root'), shape]), x], axis=1, name=name)
    lrelu = lambda x: g.add('LeakyRelu', [x], alpha=.1)
    d = linear(g, lrelu(arc_dep), w[s + 'arc'], w[s + 'arc_bias'], 'arc')
    e = lrelu(with_root(arc_head, ('arc_head',)))
    scores = g.add('MatMul', [d, g.add('Transpose', [e], perm=[0, 2, 1])])
    scalar = lambda x: g.add('Squeeze', [x, ints(0)])
    place = g.add('Cast', [g.add('Range', [g.constant(np.int64(0)), scalar(more), g.constant(np.int64(1))])], to=TensorProto.INT32)
    beyond = g.add('Greater', [g.add('Unsqueeze', [place, ints(0, 1)]), g.add('Unsqueeze', ['lengths', ints(1, 2)])])
    tokens = g.add('Range', [g.constant(np.int32(1)), g.add('Cast', [scalar(more)], to=TensorProto.INT32), g.constant(np.int32(1))])
    itself = g.add('Equal', [g.add('Unsqueeze', [place, ints(0, 1)]), g.add('Unsqueeze', [tokens, ints(0, 2)])])
    g.add('Where', [g.add('Or', [beyond, itself]), g.constant(np.float32(-1e4)), scores], name='arcs')
    argmax('arcs', 'heads')

    with_root(rel_head, ('sum_head', 'product_head'), 'relation_head')
    first = g.add('Mul', [g.add('Range', [g.constant(np.int64(0)), scalar(batch), g.constant(np.int64(1))]), more])
    rows = g.add('Add', [g.add('Cast', ['heads'], to=TensorProto.INT64), g.add('Unsqueeze', [first, ints(1)])])
    at = g.add('Gather', [g.add('Reshape', ['relation_head', ints(-1, 2 * r)]), rows], axis=0)
    d1, d2 = g.add('Split', [rel_dep, ints(r, r)], outputs=2, axis=2)
    g1, g2 = g.add('Split', [at, ints(r, r)], outputs=2, axis=2)
    z = g.add('Concat', [lrelu(g.add('Add', [d1, g1])), g.add('Mul', [d2, g2])], axis=2)
    argmax(linear(g, z, w[s + 'relation.weight'].T, w[s + 'relation.bias'], 'relation'), 'deprel')

    info, i32, f32 = helper.make_tensor_value_info, TensorProto.INT32, TensorProto.FLOAT
    first_width = c['input'] or c['word'] + c['parts'] * c['part']
    inputs = [info('words', i32, ['T', 'B']), info('parts', i32, ['T', 'B', c['parts']]), info('lengths', i32, ['B'])]
    outputs = [info(k, i32, ['B', 'T']) for k in ('upos', 'xpos', 'names', 'heads', 'deprel')]
    outputs += [info('name_scores', f32, ['B', 'T', c['names']]), info('arcs', f32, ['B', 'T', 'T1']),
                info('relation_dep', f32, ['B', 'T', 2 * r]), info('relation_head', f32, ['B', 'T1', 2 * r]),
                info('states', TensorProto.UINT8, ['B', 'T', 2 * c['hidden'] + first_width])]
    return g.model(inputs, outputs, OPSET)


def example(model, batcher, tags, features):
    rows = []
    with torch.no_grad():
        for tokens in EXAMPLES:
            ids = [features.of(t) for t in tokens]
            u, x, h, r, e = next(iter(parse(model, batcher, tags, [{'w': tokens}])))
            rows.append({'tokens': tokens, 'words': [i[0] for i in ids], 'parts': [i[2] for i in ids],
                         'upos': u, 'xpos': x, 'names': e, 'heads': h, 'deprel': r})
    return rows


def main(work, checkpoint, folder):
    model, tags = restore(checkpoint)
    model.eval()
    vocabulary = read_vocabulary(os.path.join(work, 'vocabulary.txt'))
    features = Features(vocabulary)
    os.makedirs(folder, exist_ok=True)
    onnx.save(graph_of(model), os.path.join(folder, 'english.onnx'))
    with open(os.path.join(folder, 'english.vocab.txt'), 'w', encoding='utf-8', newline='\n') as f:
        f.write('\n'.join(vocabulary) + '\n')
    encoded = lambda a: base64.b64encode(np.ascontiguousarray(a, '<f4').tobytes()).decode()
    last = model.schemes['gold'].relation
    meta = {'format': 1, 'about': ' '.join(ABOUT.split('\n')), 'model': 'english.onnx', 'vocabulary': 'english.vocab.txt',
            'features': features.config(), 'inputs': ['words', 'parts', 'lengths'],
            'outputs': ['upos', 'xpos', 'names', 'heads', 'deprel', 'name_scores', 'arcs',
                        'relation_dep', 'relation_head', 'states'],
            'tags': {**tags['gold'], 'names': NAME_TAGS},
            'relation': {'size': model.config['relation'], 'weights': encoded(last.weight.detach().numpy().T), 'bias': encoded(last.bias.detach().numpy())},
            'examples': example(model, Batcher(features, tags), tags, features)}
    with open(os.path.join(folder, 'english.json'), 'w', encoding='utf-8') as f:
        json.dump(meta, f, ensure_ascii=False, indent=1)
        f.write('\n')
    print({n: os.path.getsize(os.path.join(folder, n)) for n in os.listdir(folder)})


if __name__ == '__main__':
    main(*sys.argv[1:])
