#!/usr/bin/env bash
# Rebuilds models/statements* from the training data and the language model in models/: ONRECORD_DATA=/path/to/data training/statements/build.sh [WORK]
# PYTHON sets the interpreter. The same weights each time on the same machine and libraries; some ten minutes on one core.
set -euo pipefail
: "${ONRECORD_DATA:?set ONRECORD_DATA to the folder that holds attribution/}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
python=${PYTHON:-python3}
articles=$ONRECORD_DATA/attribution/train.ndjson.gz
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
echo "work folder: $work"

cd "$root"
mkdir -p "$work"
npx tsx training/statements/dump.ts "$articles" "$work/train.ndjson"
"$python" training/statements/train.py "$work" --models "$root/models" --out "$work/statements.pt"
"$python" training/statements/export.py "$work/statements.pt" "$root/models"
npx tsx training/statements/calibrate.ts "$articles" "$work/held.txt"
npx tsx training/statements/confidence.ts
