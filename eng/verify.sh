# shellcheck shell=bash disable=SC2154
# Tests, the checks that CI runs, benchmarks. Everything is built once, in Release.

# Written by a tool.
unformatted=src/OneFlight.Storage/Migrations
# Hosts that tests start would bury the results; a test that looks at a log sets its own.
quiet=(Logging__LogLevel__Default=None Logging__LogLevel__Microsoft=None Logging__LogLevel__Microsoft.AspNetCore=None)
quick_tests=(OneFlight.Tests OneFlight.ArchitectureTests)

# What tests beyond pure code need.
require_for_tests() {
    require_node
    if [ -z "${ONEFLIGHT_DATABASE:-}" ]; then require_postgres; fi
    command -v chromium >/dev/null || install_package Chromium chromium
    command -v pdftotext >/dev/null || install_package "poppler-utils" poppler-utils
}

build_all() {
    step "Building everything" "$dotnet" build "$root/OneFlight.slnx" -c Release -v quiet -warnaserror -nodeReuse:false
}

run_tests() {
    case "${1:-}" in
        "") require_dotnet && require_for_tests && { build_all || not_built; } && count_tests "$(all_tests)" "$(elements_folder)" ;;
        quick) require_dotnet && { build_quick || not_built; } && count_tests "${quick_tests[*]}" ;;
        *) die "./oneflight test knows only: test, test quick" ;;
    esac
}

all_tests() { (cd "$root/tests" && printf '%s ' OneFlight.*Tests); }

build_quick() {
    local project
    for project in "${quick_tests[@]}"; do
        step "Building $project" "$dotnet" build "$root/tests/$project" -c Release -v quiet -nodeReuse:false || return 1
    done
}

not_built() {
    printf '0 passed, 1 failed\n'
    exit 1
}

# count_tests "PROJECT ..." [ELEMENTS-FOLDER]: runs each and ends with the one line that others read.
count_tests() {
    local project passed=0 failed=0 skipped=0 output summary
    output=$(mktemp "${TMPDIR:-/tmp}/oneflight-test.XXXXXX")
    for project in $1; do
        printf '%s\n' "$project"
        # An own program each: started without the test platform, which costs seconds.
        (cd "$root/tests/$project" && env "${quiet[@]}" "bin/Release/net10.0/$project" -noColor -noLogo) 2>&1 | tee "$output" | grep -vE '^ *(Discover|Starting:|Finished:)' || true
        summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$output" | tail -n 1) || true
        if [ -z "$summary" ]; then
            # Ended before it could count: whatever it was, it did not pass.
            printf '%s ended without a result\n' "$project"
            failed=$((failed + 1))
            continue
        fi
        passed=$((passed + $(figure Total) - $(figure Errors) - $(figure Failed) - $(figure Skipped) - $(figure 'Not Run')))
        failed=$((failed + $(figure Failed) + $(figure Errors)))
        skipped=$((skipped + $(figure Skipped)))
    done
    if [ -n "${2:-}" ] && [ -d "$2/tests" ]; then
        printf 'Custom elements\n'
        (cd "$2" && npm test --silent) >"$output" 2>&1 || true
        if grep -qE '^(# |ℹ )tests [0-9]+$' "$output"; then
            passed=$((passed + $(node_figure pass)))
            failed=$((failed + $(node_figure fail) + $(node_figure cancelled)))
            skipped=$((skipped + $(node_figure skipped)))
        else
            failed=$((failed + 1))
        fi
        if ! grep -qE '^(# |ℹ )fail 0$' "$output"; then cat "$output"; fi
    fi
    rm -f "$output"
    if ((skipped > 0)); then printf '%d skipped\n' "$skipped"; fi
    if ((passed + failed == 0)); then failed=1; fi
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0))
}

# A figure of the summary line at hand.
figure() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }

# A figure of the end of the elements' tests; the form depends on where Node writes to.
node_figure() { sed -nE "s/^(# |ℹ )$1 ([0-9]+)$/\\2/p" "$output" | tail -n 1; }

check_repository() {
    require_dotnet
    require_for_tests
    local elements
    elements=$(elements_folder)
    step "Format" check_format || { say "To mend it: dotnet format whitespace . --folder --exclude $unformatted" && not_built; }
    step "Scripts" bash -n "$root/oneflight" "$root"/eng/*.sh "$root/.ci/run" || not_built
    build_all || not_built
    if [ -n "$elements" ]; then step "Types of the custom elements" check_types "$elements" || not_built; fi
    # That the migrations say what the model says is one of the tests.
    count_tests "$(all_tests)" "$(elements_folder)"
}

check_format() {
    (cd "$root" && "$dotnet" format whitespace . --folder --verify-no-changes --exclude "$unformatted")
}

check_types() {
    (
        cd "$1" || exit
        [ -d node_modules ] || npm ci --ignore-scripts
        npx --no-install tsc --noEmit
    )
}

bench() {
    require_dotnet
    step "Building the benchmarks" "$dotnet" build "$root/bench/OneFlight.Benchmarks" -c Release -v quiet -nodeReuse:false || exit 1
    exec "$dotnet" "$root/bench/OneFlight.Benchmarks/bin/Release/net10.0/OneFlight.Benchmarks.dll" "$@"
}
