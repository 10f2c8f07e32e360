#!/usr/bin/env bash
# Takes the README's picture of the board anew: docs/board.png.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
dotnet test tests/E2E --nologo --filter "FullyQualifiedName~Picture_OfTheBoard"
cp TestResults/E2E/board.png docs/board.png
