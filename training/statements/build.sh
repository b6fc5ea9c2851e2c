#!/usr/bin/env bash
# Rebuilds models/statements* from the training data, after the language model: ONRECORD_DATA=/path/to/data training/statements/build.sh LANGUAGE [WORK]
# LANGUAGE is the work folder of training/language/build.sh (vocabulary.txt, final.pt). MINUTES and TUNE_MINUTES set the training time, PYTHON the interpreter.
set -euo pipefail
: "${ONRECORD_DATA:?set ONRECORD_DATA to the folder that holds attribution/}"
language=${1:?give the work folder of training/language/build.sh}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${2:-$(mktemp -d)}
python=${PYTHON:-python3}
articles=$ONRECORD_DATA/attribution/train.ndjson.gz
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
echo "work folder: $work"

cd "$root"
npx tsx training/statements/dump.ts "$articles" "$work/train.ndjson"
"$python" training/statements/train.py "$work" --language "$language/final.pt" --vocabulary "$language/vocabulary.txt" --minutes "${MINUTES:-24}" --out "$work/base.pt"
"$python" training/statements/train.py "$work" --language "$language/final.pt" --vocabulary "$language/vocabulary.txt" --init "$work/base.pt" --rate 1.2e-3 --seed 2 --minutes "${TUNE_MINUTES:-7}" --out "$work/statements.pt"
"$python" training/statements/export.py "$work/statements.pt" "$root/models"
npx tsx training/statements/calibrate.ts "$articles" "$work/held.txt"
