package dev.slipway.delivery.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that this Slipway, or one before it, started. */
public final class RunningProcess {

    private final long pid;
    private final String identity;
    private final @Nullable Process child;

    private RunningProcess(long pid, String identity, @Nullable Process child) {
        this.pid = pid;
        this.identity = identity;
        this.child = child;
    }

    static RunningProcess started(Process process) {
        return new RunningProcess(
                process.pid(), ProcessIdentity.of(process.pid()).orElse("ended"), process);
    }

    /** The process with this number, if it still is that one. */
    public static Optional<RunningProcess> find(long pid, String identity) {
        return ProcessIdentity.of(pid).filter(identity::equals).map(same -> new RunningProcess(pid, identity, null));
    }

    static Optional<RunningProcess> find(long pid) {
        return ProcessIdentity.of(pid).map(identity -> new RunningProcess(pid, identity, null));
    }

    public long pid() {
        return pid;
    }

    public String identity() {
        return identity;
    }

    public boolean alive() {
        return child != null
                ? child.isAlive()
                : ProcessIdentity.of(pid).filter(identity::equals).isPresent();
    }

    /** Known of processes that this Slipway started. */
    public OptionalInt exitCode() {
        return child == null || child.isAlive() ? OptionalInt.empty() : OptionalInt.of(child.exitValue());
    }

    /** SIGTERM to the workload's first process, as Kubernetes does. */
    public void terminate() {
        if (alive()) {
            ProcessHandle.of(pid)
                    .ifPresent(
                            root -> NamespaceInit.below(root).ifPresentOrElse(NamespaceInit::terminate, root::destroy));
        }
    }

    /** The number of the workload's first process where it is isolated. */
    public OptionalLong isolated() {
        return ProcessHandle.of(pid).flatMap(NamespaceInit::below).stream()
                .mapToLong(NamespaceInit::pid)
                .findFirst();
    }

    /** The variables that the workload was started with, where the operating system tells. */
    public Map<String, String> environment() {
        return ProcessEnvironment.of(isolated().orElse(pid));
    }

    /** SIGKILL to the process and all that it started. */
    public void kill() {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(RunningProcess::killTree);
        }
    }

    private static void killTree(ProcessHandle root) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(root), root.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
    }
}
