# Makes the AOT cache, which lets the JVM start with its classes loaded and linked. Sourced, not run.

# train_aot_cache DIR: starts the program in DIR once on data of its own, asks it something, and stops it.
train_aot_cache() {
    local artefact=$1 data pid port=$((20000 + RANDOM % 10000))
    data=$(mktemp -d "$ROOT/target/training.XXXXXX")
    say "Training the AOT cache …"
    "$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError -XX:AOTCacheOutput="$artefact/shopbell.aot" -Xlog:aot=off \
        -jar "$artefact/quarkus-run.jar" --demo --port "$port" --data "$data" >"$data.log" 2>&1 &
    pid=$!
    until curl --silent --fail --output /dev/null "http://127.0.0.1:$port/q/health/ready"; do
        kill -0 "$pid" 2>/dev/null || fail "The training run ended early: see $data.log."
        sleep 0.2
    done
    curl --silent --output /dev/null "http://127.0.0.1:$port/"
    kill -TERM "$pid"
    wait "$pid" || fail "The training run failed: see $data.log."
    rm -rf "$data" "$data.log"
}
