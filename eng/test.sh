#!/usr/bin/env bash
# Builds, checks the formatting and runs all tests. The last line counts them; the exit code is 0 only when all is well.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
exec </dev/null
results="$root/TestResults"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# a build server that lives on would keep the output of a pipeline open
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
build_options=(-p:TreatWarningsAsErrors=true -warnaserror)
[[ "${CI:-}" == true ]] && build_options+=(-p:UseSharedCompilation=false)

passed=0 failed=0 skipped=0
failures=()

finish() {
  if (( ${#failures[@]} > 0 )); then
    printf '\nFailed:\n'
    printf '  %s\n' "${failures[@]}"
  fi
  if (( passed + failed == 0 )); then
    printf '\nNo test ran.\n'
    failed=1
  fi
  printf '\n'
  if (( skipped > 0 )); then
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%d passed, %d failed\n' "$passed" "$failed"
  fi
  (( failed == 0 )) || exit 1
  exit 0
}

fail() {
  failed=$(( failed + 1 ))
  failures+=("$1")
}

must() {
  local what=$1
  shift
  printf '\n== %s\n' "$what"
  if ! "$@"; then
    fail "$what"
    finish
  fi
}

install_chromium() {
  local apt=(apt-get)
  if (( EUID != 0 )); then apt=(sudo -n apt-get); fi
  if ! command -v "${apt[0]}" > /dev/null; then
    echo "/usr/bin/chromium is missing and ${apt[0]} is not here to install it: install Debian's package 'chromium', then run this again."
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  if ! { "${apt[@]}" update -qq && "${apt[@]}" install -y -qq --no-install-recommends chromium fonts-liberation; }; then
    echo "/usr/bin/chromium is missing and '${apt[*]} install chromium' failed: install Debian's package 'chromium', then run this again."
    return 1
  fi
}

check_format() {
  dotnet format AuraConsole.sln --verify-no-changes --no-restore
}

# A number out of the one line of a test report that counts.
counter() {
  local value
  value=$(grep -o -m1 '<Counters [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*')
  printf '%s' "${value:-0}"
}

run_tests() {
  local name=$1 report="$results/$1.trx" code=0 ran=0 bad=0
  printf '\n== Tests: %s\n' "$name"
  rm -f "$report"
  # the outer limit is for a test host that does not even hang as the inner one expects
  timeout --kill-after=10s 40m \
    dotnet test "tests/$name" --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --logger "console;verbosity=minimal" --blame-hang-timeout 5m --blame-hang-dump-type none || code=$?

  if [[ -s "$report" ]] && grep -q '<Counters ' "$report"; then
    local total executed ok
    total=$(counter "$report" total)
    executed=$(counter "$report" executed)
    ok=$(counter "$report" passed)
    ran=$executed
    bad=$(( executed - ok ))
    passed=$(( passed + ok ))
    failed=$(( failed + bad ))
    skipped=$(( skipped + total - executed ))
    local test
    while IFS= read -r test; do
      [[ -n "$test" ]] && failures+=("$name: $test")
    done < <(grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*>' "$report" | sed 's/.* testName="\([^"]*\)".*/\1/; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' || true)
  fi
  if (( ran == 0 )); then
    fail "$name: no test ran (exit code $code)"
  elif (( code != 0 && bad == 0 )); then
    fail "$name: the run ended with exit code $code"
  fi
}

[[ -x /usr/bin/chromium ]] || must "Install Chromium" install_chromium
must "Restore" dotnet restore AuraConsole.sln
must "Build, with warnings as errors" dotnet build AuraConsole.sln --no-restore "${build_options[@]}"
must "Formatting" check_format
mkdir -p "$results"
run_tests Unit
run_tests E2E
finish
