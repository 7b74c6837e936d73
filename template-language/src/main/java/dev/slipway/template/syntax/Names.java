package dev.slipway.template.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are known where an expression is written; the rest is looked up when the template runs. */
final class Names {

    private final @Nullable Names outer;
    private final Routine routine;
    private final Map<String, Integer> slots = new HashMap<>(4);

    private Names(@Nullable Names outer, Routine routine) {
        this.outer = outer;
        this.routine = routine;
    }

    /** Of a template, a macro or a block: they see nothing of what is around them. */
    static Names alone() {
        return new Names(null, new Routine());
    }

    /** Of a loop. */
    Names inner() {
        return new Names(this, routine);
    }

    /** Of a call block's body, which runs elsewhere, but sees the names around it. */
    Names caller() {
        return new Names(this, new Routine());
    }

    boolean isOutermost() {
        return outer == null;
    }

    int slotCount() {
        return routine.count;
    }

    void declare(String name) {
        if (!slots.containsKey(name)) {
            slots.put(name, routine.count++);
        }
    }

    Expr.@Nullable Local local(String name, int offset) {
        int hops = 0;
        for (Names names = this; names != null; names = names.outer) {
            Integer slot = names.slots.get(name);
            if (slot != null) {
                return new Expr.Local(name, hops, slot, offset);
            }
            hops += names.outer != null && names.outer.routine != names.routine ? 1 : 0;
        }
        return null;
    }

    Node.Target target(String name) {
        return new Node.Target(name, local(name, 0));
    }

    /** Numbers the names of one template, macro, block or call block. */
    private static final class Routine {
        private int count;
    }
}
