package dev.shopbell.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Processor time used so far, in milliseconds: by the server, by PostgreSQL with all its
/// processes, by the load generator, and by the machine as a whole.
public record ProcessorTime(double server, double postgres, double load, double machine) {

    private static final double MILLIS_PER_TICK = 10; // USER_HZ is 100 on every Linux we know

    // /proc/PID/stat after the name, proc_pid_stat(5): 14 utime, 15 stime, 16 cutime, 17 cstime.
    private static final int FIRST_FIELD = 3;
    private static final int PARENT = 4 - FIRST_FIELD;
    private static final int USER = 14 - FIRST_FIELD;
    private static final int SYSTEM = 15 - FIRST_FIELD;
    private static final int CHILDREN_USER = 16 - FIRST_FIELD;
    private static final int CHILDREN_SYSTEM = 17 - FIRST_FIELD;

    // /proc/stat, proc_stat(5): user nice system idle iowait irq softirq
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);

    public static ProcessorTime now(long serverPid, long postmasterPid) {
        return new ProcessorTime(
                own(serverPid),
                withChildren(postmasterPid),
                own(ProcessHandle.current().pid()),
                machineTotal());
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                server - before.server,
                postgres - before.postgres,
                load - before.load,
                machine - before.machine);
    }

    /// What the machine did besides: other people's work, which makes numbers worse.
    public double others() {
        return Math.max(0, machine - server - postgres - load);
    }

    private static double own(long pid) {
        List<String> fields = stat(pid);
        return ticks(fields, USER) + ticks(fields, SYSTEM);
    }

    private static double withChildren(long parent) {
        List<String> fields = stat(parent);
        double ended = ticks(fields, CHILDREN_USER) + ticks(fields, CHILDREN_SYSTEM);
        double alive =
                ProcessHandle.allProcesses()
                        .map(ProcessHandle::pid)
                        .filter(pid -> isChild(pid, parent))
                        .mapToDouble(ProcessorTime::own)
                        .sum();
        return own(parent) + ended + alive;
    }

    private static boolean isChild(long pid, long parent) {
        List<String> fields = stat(pid);
        return !fields.isEmpty() && Long.parseLong(fields.get(PARENT)) == parent;
    }

    private static double ticks(List<String> fields, int field) {
        return fields.isEmpty() ? 0 : Long.parseLong(fields.get(field)) * MILLIS_PER_TICK;
    }

    /// The fields after the name, which may have blanks; none when the process is gone.
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
        } catch (IOException _) {
            return List.of();
        }
    }

    private static double machineTotal() {
        try {
            List<String> fields =
                    List.of(Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"));
            return BUSY.stream()
                    .mapToDouble(field -> Long.parseLong(fields.get(field)) * MILLIS_PER_TICK)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
