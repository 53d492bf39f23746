#!/usr/bin/env bash
# Builds everything and runs every test. Installs what is missing where it may (Debian, as root); what cannot be had is
# named, and the tests that need it are skipped with a line that says so.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 when nothing failed.
#
#   tests/run.sh                all tests
#   tests/run.sh Domain.Tests   only the projects named; Explorer is the browser part's modules
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A test process ends before what the runtime learns of it by instrumenting is of use: without, the suites take a fifth less.
export DOTNET_TieredPGO=0
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

command -v dotnet >/dev/null || { echo "dotnet is missing: install the .NET SDK named in global.json" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# program:Debian package:what it is for
needed=("chromium:chromium:the browser tests" "dot:graphviz:reading DOT back" "rsvg-convert:librsvg2-bin:rendering diagrams" "gs:ghostscript:reading PDF back" "nginx:nginx-light:the documented proxy")
missing=()
for need in "${needed[@]}"; do
  IFS=: read -r program package _ <<<"$need"
  command -v "$program" >/dev/null || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; } >"$results/apt.log" 2>&1 \
      || { echo "Could not install ${missing[*]}:"; tail -3 "$results/apt.log"; }
  fi
  for need in "${needed[@]}"; do
    IFS=: read -r program package purpose <<<"$need"
    command -v "$program" >/dev/null || echo "skipped: $purpose, because $program is missing (Debian: apt-get install $package)"
  done
fi
command -v npm >/dev/null || echo "skipped: the browser part and the tests against npm peers, because npm is missing (install Node 20 or newer)"

echo "Building ..."
# One compiler for all projects takes a third of the time; it is let go when they are built.
dotnet build Effektkaeder.sln -v quiet -clp:ErrorsOnly -p:UseSharedCompilation=true
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
if [ "$built" != 0 ]; then
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

if [ $# -gt 0 ]; then projects=("$@"); else
  projects=(); for project in tests/*.Tests tests/*.Contract; do projects+=("$(basename "$project")"); done
fi
# Who starts this in the background gives its children an ignored Ctrl-C, and so would the jobs below: the tests that stop a server by
# it are given the usual one back, where env can.
usual=()
if env --default-signal=INT true 2>/dev/null; then usual=(env --default-signal=INT); fi

# One project: its log in $results, its counts in $results/NAME.count.
run_project() {
  local project=$1 started=$SECONDS code head p f s
  local dll="tests/$project/bin/Debug/net10.0/Effektkaeder.$project.dll"
  if [ ! -f "$dll" ]; then
    echo "0 1 0 $project: no such test project" >"$results/$project.count"
    return
  fi
  "${usual[@]}" dotnet "$dll" -xml "$results/$project.xml" -noLogo -noColor >"$results/$project.log" 2>&1
  code=$?
  # One line an assembly: <assembly … total="…" passed="…" failed="…" skipped="…" errors="…" …>
  head=$(grep -o '<assembly [^>]*>' "$results/$project.xml" 2>/dev/null | head -1)
  count() { local n; n=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$head"); echo "${n:-0}"; }
  p=$(count passed) f=$(($(count failed) + $(count errors))) s=$(count skipped)
  if [ "$code" != 0 ] && [ "$f" = 0 ]; then f=1; tail -15 "$results/$project.log" >"$results/$project.tail"; fi
  echo "$p $f $s $project: $p passed, $f failed, $s skipped ($((SECONDS - started)) s)" >"$results/$project.count"
}

# The code's own form, beside the tests: one hand of writing, as .editorconfig has it. Its rules of style are the build's, as errors.
run_format() {
  local started=$SECONDS
  if dotnet format whitespace Effektkaeder.sln --verify-no-changes --no-restore >"$results/format.log" 2>&1; then
    echo "1 0 0 dotnet format: nothing to change ($((SECONDS - started)) s)" >"$results/format.count"
  else
    head -20 "$results/format.log" >"$results/format.tail"
    echo "0 1 0 dotnet format: run it, and commit what it changes ($((SECONDS - started)) s)" >"$results/format.count"
  fi
}

# The browser part's own tests, each of one module; none of them opens a browser.
run_explorer() {
  local started=$SECONDS code
  local explorer="$root/src/Effektkaeder.Web/Explorer"
  if [ ! -x "$explorer/node_modules/.bin/vitest" ]; then
    echo "0 0 1 Explorer: skipped, because npm is missing" >"$results/Explorer.count"
    return
  fi
  (cd "$explorer" && node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json="$results/Explorer.json") \
    >"$results/Explorer.log" 2>&1
  code=$?
  count() { local n; n=$(grep -o "\"$1\":[0-9]*" "$results/Explorer.json" 2>/dev/null | head -1); n=${n##*:}; echo "${n:-0}"; }
  local p f s
  p=$(count numPassedTests) f=$(count numFailedTests) s=$(count numPendingTests)
  if [ "$code" != 0 ]; then [ "$f" = 0 ] && f=1; tail -40 "$results/Explorer.log" >"$results/Explorer.tail"; fi
  echo "$p $f $s Explorer: $p passed, $f failed, $s skipped ($((SECONDS - started)) s)" >"$results/Explorer.count"
}

# The long ones first, three at a time: most of them wait on servers and browsers. They are told in the order of their names.
order=()
for project in EndToEnd.Tests Storage.Contract; do
  for named in "${projects[@]}"; do [ "$named" = "$project" ] && order+=("$project"); done
done
for named in "${projects[@]}"; do case $named in EndToEnd.Tests | Storage.Contract) ;; *) order+=("$named") ;; esac; done
jobs_at_once=3
for project in "${order[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs_at_once" ]; do wait -n; done
  if [ "$project" = Explorer ]; then run_explorer & else run_project "$project" & fi
done
if [ $# -eq 0 ]; then
  for other in explorer format; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs_at_once" ]; do wait -n; done
    "run_$other" &
  done
  projects+=(Explorer format)
fi
wait

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  [ -f "$results/$project.log" ] && grep -E '\[(FAIL|SKIP)\]' -A 12 "$results/$project.log" | sed 's/^/  /'
  [ -f "$results/$project.tail" ] && sed 's/^/  /' "$results/$project.tail"
  read -r p f s line <"$results/$project.count"
  echo "$line"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
