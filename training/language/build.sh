#!/usr/bin/env bash
# Rebuilds models/english.* from the training data: ONRECORD_DATA=/path/to/data training/language/build.sh [WORK]
# Needs: python3 with torch, numpy, scipy, onnx (see ../README.md), and npm ci. MINUTES, TUNE_MINUTES (teacher) and STUDENT_MINUTES set the
# training time, PYTHON the interpreter.
set -euo pipefail
: "${ONRECORD_DATA:?set ONRECORD_DATA to the folder that holds treebank/, attribution/, names/, events/ and text/}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
python=${PYTHON:-python3}
export ONRECORD_DATA OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
export ONRECORD_NAMES=${ONRECORD_NAMES:-$root/eval/gold}
echo "work folder: $work"

cd "$here"
"$python" prepare.py "$work"
"$python" vectors.py "$work"
"$python" train.py "$work" --minutes "${MINUTES:-60}" --out "$work/base.pt"
"$python" train.py "$work" --init "$work/base.pt" --minutes "${TUNE_MINUTES:-30}" --rate 1e-3 --silver .12 .05 --names .15 --out "$work/final.pt"
"$python" export.py "$work" "$work/final.pt" "$work/teacher"

# What is shipped: a smaller net that learns from gold trees and from news as the teacher reads it.
(cd "$root" && ONRECORD_MODELS=$work/teacher npx tsx training/language/teach.ts "$work/taught.ndjson" \
  "$ONRECORD_DATA"/attribution/train.ndjson.gz "$ONRECORD_DATA"/text/unlabelled.txt.gz "$ONRECORD_DATA"/names/syria-iraq.ndjson.gz \
  "$ONRECORD_DATA"/events/synthetic-stories.ndjson.gz)
"$python" train.py "$work" --teacher "$work/final.pt" --taught "$work/taught.ndjson" --minutes "${STUDENT_MINUTES:-24}" --silver .75 .45 \
  --input 128 --hidden 112 --arc 96 --relation 64 --drop .2 --tokens 1100 --rate 2.5e-3 --out "$work/student.pt"
"$python" export.py "$work" "$work/student.pt" "$root/models"

# Scores of the quantised model, where onnxruntime-node is installed.
if [ -d "$root/node_modules/onnxruntime-node" ]; then
  "$python" evaluate.py dump "$work" "$work/sentences.ndjson"
  (cd "$root" && node training/language/verify.mjs models "$work/sentences.ndjson" "$work/outputs.ndjson")
  "$python" evaluate.py score "$work" "$root/models" "$work/outputs.ndjson"
fi
