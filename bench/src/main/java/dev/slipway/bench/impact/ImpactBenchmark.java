package dev.slipway.bench.impact;

import com.sun.management.OperatingSystemMXBean;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.impact.Impact;
import dev.slipway.gitops.impact.ImpactAnalysis;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Says what a change to a base does that all services of a platform repository stand on, and what a change to one overlay does:
 * rendering what the change touches, and comparing. The side before the change is known already, as it is in a server.
 *
 * <p>Arguments: services (1000), rounds (5).
 */
public final class ImpactBenchmark {

    private static final double NANOS = 1e9;

    private final Renderer renderer = new Renderer();

    private ImpactBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int services = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        FileTree before = SharedBase.of(services);
        FileTree changed = SharedBase.changed(services);
        FileTree touched = SharedBase.touched(services);
        say(services + " services in 3 environments, one base");
        for (int i = 0; i < rounds; i++) {
            ImpactBenchmark benchmark = new ImpactBenchmark();
            Checkout known = timed("main, from nothing", () -> benchmark.read(before, "before"));
            Checkout base = timed("the changed base: render", () -> benchmark.read(changed, "changed"));
            tell(timed("the changed base: compare", () -> compare(known, base)));
            Checkout overlay = timed("one changed overlay: render", () -> benchmark.read(touched, "touched"));
            tell(timed("one changed overlay: compare", () -> compare(known, overlay)));
        }
    }

    private Checkout read(FileTree tree, String key) {
        return Checkout.read(tree, _ -> sources(tree, key), renderer);
    }

    private static Sources sources(FileTree tree, String key) {
        return (_, _) -> new Sources.Answer.Found(tree, key);
    }

    private static Impact compare(Checkout before, Checkout after) {
        return new ImpactAnalysis(before.placements(), after.placements()).compare(before.declared(), after.declared());
    }

    private static void tell(Impact impact) {
        impact.environments()
                .forEach(each -> say("    " + each.name() + ": " + each.groups().size() + " group(s), the first of "
                        + each.groups().getFirst().members().size() + ": "
                        + each.groups().getFirst().headline()));
        if (!impact.notCompared().isEmpty()) {
            throw new IllegalStateException(impact.notCompared().getFirst().toString());
        }
    }

    private static <T> T timed(String what, Supplier<T> task) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long wall = System.nanoTime();
        long processor = system.getProcessCpuTime();
        T result = task.get();
        say(String.format(
                Locale.ROOT,
                "  %-30s %.3f s, CPU %.3f s",
                what,
                (System.nanoTime() - wall) / NANOS,
                (system.getProcessCpuTime() - processor) / NANOS));
        return result;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
