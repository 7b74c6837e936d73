package dev.slipway.template.run;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.Expr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names with slots of one run of a routine; the body of a call sees those around it, too. */
final class Locals {

    private static final Object[] NONE = {};

    private final @Nullable Object[] slots;
    private final @Nullable Locals outer;

    Locals(int slots, @Nullable Locals outer) {
        this.slots = slots == 0 ? NONE : new Object[slots];
        this.outer = outer;
        Arrays.fill(this.slots, Undefined.UNDEFINED);
    }

    @Nullable
    Object get(Expr.Local local) {
        return owner(local.hops()).slots[local.slot()];
    }

    void set(Expr.Local local, @Nullable Object value) {
        owner(local.hops()).slots[local.slot()] = value;
    }

    void set(int slot, @Nullable Object value) {
        slots[slot] = value;
    }

    private Locals owner(int hops) {
        Locals locals = this;
        for (int i = 0; i < hops && locals.outer != null; i++) {
            locals = locals.outer;
        }
        return locals;
    }
}
