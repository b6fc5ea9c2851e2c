"""Int8 pieces of an ONNX graph: each function adds nodes and weights to a `Graph` and gives the name of its output.

onnxruntime's contrib operators quantise the activations while they run and need nothing but int8 weights with one scale a column.
"""
import numpy as np
from onnx import helper, numpy_helper

CONTRIB = 'com.microsoft'
BEYOND = 1e-5               # part of an embedding table's numbers that may be cut, so that one far off does not coarsen all


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def name(self, hint):
        self.count += 1
        return f'{hint}_{self.count}'

    def constant(self, array, hint='c'):
        name = self.name(hint)
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op, inputs, outputs=1, domain='', name=None, **attributes):
        """Adds a node; `outputs` says how many it has, or names them."""
        names = [name] if name else outputs if isinstance(outputs, list) else [self.name(op.lower()) for _ in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **attributes))
        return names[0] if len(names) == 1 else names

    def model(self, inputs, outputs, opset):
        g = helper.make_graph(self.nodes, 'onrecord', inputs, outputs, self.weights)
        m = helper.make_model(g, opset_imports=[helper.make_opsetid('', opset), helper.make_opsetid(CONTRIB, 1)], producer_name='onrecord')
        m.ir_version = 8
        return m


def to_int8(w, axis=None):
    """Symmetric int8 values and their scale: one for all, or one for each slice along what `axis` leaves over."""
    top = np.abs(w).max(axis=axis, keepdims=True)
    scale = np.maximum(top / 127, 1e-9).astype(np.float32)
    q = np.clip(np.round(w / scale), -127, 127).astype(np.int8)
    return q, scale.squeeze() if axis is None else scale.squeeze(axis)


def gather(graph, table, ids, hint):
    """Rows of an embedding table kept as int8."""
    q, scale = to_int8(table)
    rows = graph.add('Gather', [graph.constant(q, hint), ids], axis=0)
    return graph.add('DequantizeLinear', [rows, graph.constant(np.float32(scale), hint + '_scale'), graph.constant(np.int8(0), hint + '_zero')])


def brought(graph, tables, shape, weight, bias, hint):
    """Rows of embedding tables, [(table, ids), ..], side by side, times weight plus bias. All tables have one scale, so that their bytes are
    multiplied as they stand; `shape` makes one row of several."""
    scale = np.float32(max(np.quantile(np.abs(t), 1 - BEYOND) for t, _ in tables) / 127)
    zero = 128
    byte = lambda t: (np.clip(np.round(t / scale), -127, 127) + zero).astype(np.uint8)
    rows = [graph.add('Reshape', [graph.add('Gather', [graph.constant(byte(t), ids), ids], axis=0), shape]) for t, ids in tables]
    return brought_bytes(graph, graph.add('Concat', rows, axis=2), scale, zero, weight, bias, hint)


def brought_bytes(graph, x, scale, zero, weight, bias, hint):
    """Bytes x [.., in], of which each is `scale` times what it is above `zero`, times weight [in, out] plus bias."""
    q, scales = to_int8(weight, 0)
    inputs = [x, graph.constant(q, hint), graph.constant(np.float32(scale), hint + '_from'), graph.constant(scales, hint + '_scale'),
              graph.constant(np.uint8(zero), hint + '_zero'), graph.constant(np.zeros_like(q[0]), hint + '_zeros'),
              graph.constant(bias.astype(np.float32), hint + '_bias')]
    return graph.add('MatMulIntegerToFloat', inputs, domain=CONTRIB)


def linear(graph, x, weight, bias, hint):
    """x [.., in] times weight [in, out] plus bias."""
    q, scale = to_int8(weight, 0)
    inputs = [x, graph.constant(q, hint), graph.constant(scale, hint + '_scale'), graph.constant(np.zeros_like(q[0]), hint + '_zero')]
    return graph.add('DynamicQuantizeMatMul', [*inputs, graph.constant(bias.astype(np.float32), hint + '_bias')], domain=CONTRIB)


def bilstm(graph, x, lengths, wx, wh, b, hint, by_sequence=False):
    """x [T, B, in] -> [T, B, 2 * hidden], by_sequence [B, T, 2 * hidden]; wx [2, in, 4H], wh [2, H, 4H], b [2, 4H], gates input, output, forget, cell."""
    hidden = wh.shape[1]
    qx, sx = to_int8(wx, 1)
    qh, sh = to_int8(wh, 1)
    bias = np.concatenate([b, np.zeros_like(b)], 1).astype(np.float32)
    zero = np.zeros(sx.shape, np.int8)
    inputs = [x, graph.constant(qx, hint + '_x'), graph.constant(qh, hint + '_h'), graph.constant(bias, hint + '_b'), lengths, '', '', '',
              graph.constant(sx, hint + '_xs'), graph.constant(zero, hint + '_xz'),
              graph.constant(sh, hint + '_hs'), graph.constant(zero, hint + '_hz')]
    y = graph.add('DynamicQuantizeLSTM', inputs, domain=CONTRIB, direction='bidirectional', hidden_size=hidden)
    y = graph.add('Transpose', [y], perm=[2, 0, 1, 3] if by_sequence else [0, 2, 1, 3])
    return graph.add('Reshape', [y, graph.constant(np.array([0, 0, 2 * hidden], np.int64), 'both')])
