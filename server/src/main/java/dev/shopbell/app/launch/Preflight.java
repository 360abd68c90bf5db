package dev.shopbell.app.launch;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What can be known to go wrong is looked for before anything is made.
final class Preflight {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED_TO_BEGIN = 300 * MEGABYTE;
    private static final long NEEDED_TO_GO_ON = 50 * MEGABYTE;

    private Preflight() {}

    static void portIsFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new LaunchException("There is no address called " + host + ".", e);
        } catch (IOException e) {
            throw new LaunchException(
                    "Port %d on %s cannot be used (%s): choose another with --port."
                            .formatted(port, host, e.getMessage()),
                    e);
        }
    }

    /// A port of this machine that was free a moment ago.
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw LaunchException.because("This machine has no free port", e);
        }
    }

    static void directoryIsWritable(String what, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable", null));
        } catch (IOException e) {
            throw LaunchException.because(what + " " + directory + " cannot be written", e);
        }
    }

    static void diskHasRoom(Path data) {
        boolean begun = Files.exists(data.resolve("postgres").resolve("cluster"));
        long needed = begun ? NEEDED_TO_GO_ON : NEEDED_TO_BEGIN;
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < needed) {
                throw new LaunchException(
                        "The disk of %s has %d MB left, and Shopbell needs %d MB."
                                .formatted(data, free / MEGABYTE, needed / MEGABYTE));
            }
        } catch (IOException e) {
            throw LaunchException.because("The disk of " + data + " cannot be looked at", e);
        }
    }
}
