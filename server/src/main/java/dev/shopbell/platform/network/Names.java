package dev.shopbell.platform.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Who knows which addresses a name stands for.
@FunctionalInterface
public interface Names {

    /// Whomever this machine asks. It is asked on a few threads of their own: the operating system
    /// may take its time over a name whose servers are silent, cannot be interrupted, and would
    /// hold on to one of the threads that everything else runs on, of which there are no more than
    /// processors.
    static Names ofThisMachine() {
        ExecutorService asking =
                Executors.newFixedThreadPool(
                        8, Thread.ofPlatform().daemon().name("names-", 1).factory());
        return host -> answered(host, asking.submit(() -> InetAddress.getAllByName(host)));
    }

    /// At least one.
    List<InetAddress> addresses(String host) throws UnknownHostException;

    private static List<InetAddress> answered(String host, Future<InetAddress[]> asked)
            throws UnknownHostException {
        try {
            return List.of(asked.get());
        } catch (ExecutionException _) {
            throw new UnknownHostException(host);
        } catch (InterruptedException _) {
            asked.cancel(false);
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }
}
