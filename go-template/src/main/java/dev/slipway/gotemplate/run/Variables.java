package dev.slipway.gotemplate.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of a template while it executes: a stack, cut back when a branch ends. */
final class Variables {

    private @Nullable String[] names = new String[8];
    private @Nullable Object[] values = new Object[8];
    private int size;

    Variables(@Nullable Object dollar) {
        push("$", dollar);
    }

    void push(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    int mark() {
        return size;
    }

    void cut(int mark) {
        size = mark;
    }

    /** Where the last variable of this name stands; -1 when there is none. */
    int find(String name) {
        for (int i = size - 1; i >= 0; i--) if (name.equals(names[i])) return i;
        return -1;
    }

    @Nullable
    Object get(int index) {
        return values[index];
    }

    void set(int index, @Nullable Object value) {
        values[index] = value;
    }
}
