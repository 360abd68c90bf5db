# How bin/check runs its suites and counts what they did. Sourced, not run.

RESULTS="$ROOT/target/check"
export ROOT RESULTS

# bin/checks/30-web → web
suite_name() {
    basename "$1" | sed 's/^[0-9]*-//'
}

is_wanted() {
    local name=$1 one
    shift
    [[ $# -eq 0 ]] && return
    for one in "$@"; do
        [[ $one == "$name" ]] && return
    done
    return 1
}

# Runs one in a shell of its own, its output to the terminal and to a log.
run_suite() {
    local name=$1 file=$2 began=$SECONDS status
    say "" "── $name"
    if [[ $QUICK == true ]] && grep -q '^# Slow:' "$file"; then
        say "skipped: it is slow, and quick was asked for"
        echo "skipped 1 - $name" >"$RESULTS/$name.counts"
        return
    fi
    (
        cd "$ROOT" || exit 1
        SUITE=$name bash "$file"
    ) 2>&1 | tee "$RESULTS/$name.log"
    status=${PIPESTATUS[0]}
    close_suite "$name" "$status"
    say "$name took $((SECONDS - began)) s"
}

# A suite that broke without a failed test to show for it counts as one failure, and so does one that ran nothing.
close_suite() {
    local name=$1 status=$2 counts="$RESULTS/$1.counts"
    touch "$counts"
    if [[ $status -ne 0 && $(sum failed "$counts") -eq 0 ]]; then
        echo "failed 1 - the suite ended with exit code $status" >>"$counts"
    elif [[ $(($(sum passed "$counts") + $(sum flaky "$counts") + $(sum failed "$counts"))) -eq 0 ]]; then
        echo "failed 1 - the suite ran nothing" >>"$counts"
        say "FAILED: $name ran nothing"
    fi
}

# sum passed|failed|skipped|flaky FILE...
sum() {
    local kind=$1
    shift
    awk -v kind="$kind" '$1 == kind { total += $2 } END { print total + 0 }' "$@" /dev/null
}

summary() {
    local passed failed skipped flaky
    passed=$(sum passed "$RESULTS"/*.counts)
    flaky=$(sum flaky "$RESULTS"/*.counts)
    failed=$(sum failed "$RESULTS"/*.counts)
    skipped=$(sum skipped "$RESULTS"/*.counts)
    if [[ $failed -gt 0 ]]; then
        say "" "What failed:"
        grep -H '^failed [1-9]' "$RESULTS"/*.counts | sed "s|$RESULTS/\(.*\)\.counts:failed|  \1:|"
    fi
    if [[ $flaky -gt 0 ]]; then
        say "" "What passed at the second attempt only, and needs mending:"
        grep -H '^flaky [1-9]' "$RESULTS"/*.counts | sed "s|$RESULTS/\(.*\)\.counts:flaky|  \1:|"
        passed=$((passed + flaky))
    fi
    say "" "$passed passed, $failed failed, $skipped skipped"
    [[ $failed -eq 0 && $passed -gt 0 ]]
}
