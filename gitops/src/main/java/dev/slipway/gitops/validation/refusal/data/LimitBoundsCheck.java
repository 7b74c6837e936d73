package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bounds and defaults of a LimitRange leave room. Source: {@code ValidateLimitRange} of Kubernetes. */
public final class LimitBoundsCheck implements ObjectCheck {

    private static final List<String> DEFAULTS = List.of("default", "defaultRequest");

    /** What may not be more than what follows it. */
    private record Order(String less, String more) {}

    private static final List<Order> ORDERS = List.of(
            new Order("min", "max"),
            new Order("min", "defaultRequest"),
            new Order("min", "default"),
            new Order("defaultRequest", "default"),
            new Order("defaultRequest", "max"),
            new Order("default", "max"));

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("LimitRange") || !object.group().isEmpty()) {
            return;
        }
        List<@Nullable Object> limits = object.list("spec", "limits");
        Set<String> types = new HashSet<>();
        for (int i = 0; i < limits.size(); i++) {
            String at = "/spec/limits/" + i;
            String type = Values.text(limits.get(i), "type");
            if (type != null && !types.add(type)) {
                found.accept(refused(at + "/type", "There are limits of the type " + type + " already.", "one each"));
            }
            if ("Pod".equals(type)) {
                withoutDefaults(limits.get(i), at, found);
            }
            if ("PersistentVolumeClaim".equals(type)
                    && amount(limits.get(i), "min", "storage").isEmpty()
                    && amount(limits.get(i), "max", "storage").isEmpty()) {
                found.accept(refused(at, "How large claims may be is not said.", "min or max of storage"));
            }
            ordered(limits.get(i), at, found);
        }
    }

    private static void withoutDefaults(@Nullable Object limit, String at, Consumer<Violation> found) {
        for (String field : DEFAULTS) {
            Map<String, @Nullable Object> amounts = Values.map(limit, field);
            if (amounts != null && !amounts.isEmpty()) {
                found.accept(
                        refused(at + "/" + field, "Only containers have defaults, not pods.", "the type Container"));
            }
        }
    }

    private static void ordered(@Nullable Object limit, String at, Consumer<Violation> found) {
        for (Order order : ORDERS) {
            Map<String, @Nullable Object> amounts = Values.map(limit, order.less());
            for (String resource : amounts == null ? Set.<String>of() : new TreeSet<>(amounts.keySet())) {
                Optional<Quantity> less = amount(limit, order.less(), resource);
                Optional<Quantity> more = amount(limit, order.more(), resource);
                if (less.isPresent() && more.isPresent() && less.get().compareTo(more.get()) > 0) {
                    found.accept(refused(
                            at + "/" + order.less() + "/" + resource,
                            order.less() + " of " + resource + ", " + less.get() + ", is more than " + order.more()
                                    + ", " + more.get() + ".",
                            "at most " + more.get()));
                }
            }
        }
    }

    private static Optional<Quantity> amount(@Nullable Object limit, String field, String resource) {
        return Quantity.parse(Values.at(limit, field, resource));
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.LIMIT_BOUNDS, at, what, expected);
    }
}
