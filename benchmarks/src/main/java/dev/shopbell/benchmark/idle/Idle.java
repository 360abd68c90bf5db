package dev.shopbell.benchmark.idle;

import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.live.Crowd;
import dev.shopbell.benchmark.load.Reactor;
import dev.shopbell.benchmark.machine.Memory;
import dev.shopbell.benchmark.machine.OpenFiles;
import dev.shopbell.benchmark.program.Pause;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.Target;
import dev.shopbell.benchmark.program.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a socket costs that is open and silent: the memory with very many of them, less the memory
/// without any, after some have come and gone.
public final class Idle implements Scenario {

    private static final int STORES = 100;

    /// At least one ping has come and been answered.
    private static final Duration SETTLES = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Optional<String> missing() {
        return OpenFiles.missing(Length.FULL.idleSockets());
    }

    @Override
    public Result run(Length length, Path folder) {
        try (Server server = Server.start(folder)) {
            server.setUp();
            int sockets = length.idleSockets();
            World world = World.make(server, STORES, sockets);
            connect(server, world.targets().subList(0, sockets / 10), Duration.ZERO);
            Memory before = Memory.of(server.pid());
            Memory after = connect(server, world.targets(), SETTLES);
            return new Result("Memory per idle socket, %,d open".formatted(sockets))
                    .add(
                            "live heap",
                            (after.liveHeap() - before.liveHeap()) / 1000.0 / sockets,
                            "kB",
                            "≤ 10 kB")
                    .add(
                            "resident memory",
                            (after.resident() - before.resident()) / 1000.0 / sockets,
                            "kB",
                            "≤ 20 kB")
                    .add("live heap without them", before.liveHeap() / 1e6, "MB")
                    .add("resident memory without them", before.resident() / 1e6, "MB");
        }
    }

    private static Memory connect(Server server, List<Target> targets, Duration pause) {
        try (Reactor reactor = Reactor.start()) {
            Crowd crowd = new Crowd(reactor, server.address(), server.host());
            targets.forEach(target -> crowd.addShopper(target, _ -> {}));
            crowd.await();
            Pause.of(pause);
            return Memory.of(server.pid());
        }
    }
}
