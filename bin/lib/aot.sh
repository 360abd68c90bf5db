# Makes the AOT cache, which lets the JVM start with its classes loaded and linked. It fits one build and one JDK;
# the JVM ignores one that does not fit. Sourced, not run.

# aot_cache_is_stale DIR: whether the program in DIR has none, or one of an earlier build.
aot_cache_is_stale() {
    [[ ! $1/shopbell.aot -nt $1/quarkus-run.jar ]]
}

# train_aot_cache DIR PID: starts the program in DIR once on data of its own, asks it something, and stops it. Gets
# out of the way of everything else, and leaves nothing behind when PID ends before it is done. Call it with &.
train_aot_cache() {
    local artefact=$1 beside=$2 port=$((20000 + RANDOM % 10000)) asked=false data training
    mkdir -p "$ROOT/target"
    data=$(mktemp -d "$ROOT/target/training.XXXXXX")
    set -m # a process group of its own, which the JVM that writes the cache belongs to
    nice -n 19 "$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError \
        -XX:AOTCacheOutput="$data/shopbell.aot" -Xlog:aot=off "-Dshopbell.demo-file=$data/demo.json" \
        -jar "$artefact/quarkus-run.jar" --demo --port "$port" --data "$data" >"$data.log" 2>&1 </dev/null &
    training=$!
    set +m
    while kill -0 "$training" 2>/dev/null; do
        if ! kill -0 "$beside" 2>/dev/null; then
            stop_training "$training" "$data"
            return 1
        fi
        if ! $asked && curl --silent --fail --output /dev/null "http://127.0.0.1:$port/q/health/ready"; then
            curl --silent --output /dev/null "http://127.0.0.1:$port/" || true
            kill -TERM "$training" || true
            asked=true
        fi
        sleep 0.3
    done
    wait "$training" && [[ -s $data/shopbell.aot ]] || return 1 # and what it said stays in target/
    # In one step, so that nobody starts with half a cache.
    mv "$data/shopbell.aot" "$artefact/shopbell.aot"
    rm -rf "$data" "$data.log"
}

# Its PostgreSQL first, which only the program itself can stop cleanly; the cache is not waited for.
stop_training() {
    local training=$1 data=$2
    kill -TERM "$training" 2>/dev/null || true
    sleep 0.3
    while kill -0 "$training" 2>/dev/null && [[ -e $data/postgres/cluster/postmaster.pid ]]; do
        sleep 0.3
    done
    kill -KILL -- "-$training" 2>/dev/null || true
    wait "$training" 2>/dev/null || true
    rm -rf "$data" "$data.log"
}
