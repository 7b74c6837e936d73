package dev.slipway.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Time that something took.
 *
 * @param wall seconds on the clock
 * @param own seconds of CPU of this process
 * @param children seconds of CPU of the processes that it started and that have ended
 */
public record Spent(double wall, double own, double children) {
    private static final double NANOS = 1e9;
    /** Linux counts the time of processes in hundredths of a second. */
    private static final double TICKS = 100;

    /** Something that may fail. */
    public interface Task {
        void run() throws IOException, InterruptedException;
    }

    public static Spent by(Task task) throws IOException, InterruptedException {
        Spent before = now();
        task.run();
        Spent after = now();
        return new Spent(after.wall - before.wall, after.own - before.own, after.children - before.children);
    }

    /** Seconds on the clock. */
    public static double medianOf(List<Spent> all) {
        return all.stream()
                .mapToDouble(Spent::wall)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static Spent now() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Spent(System.nanoTime() / NANOS, system.getProcessCpuTime() / NANOS, childrenTime());
    }

    private static double childrenTime() throws IOException {
        String line = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f s, CPU %.3f s", wall, own + children);
    }
}
