package dev.slipway.gotemplate.run;

import org.jspecify.annotations.Nullable;

/** In the place of the value that a pipeline hands on, where there is none. */
enum Nothing {
    NOTHING;

    static boolean is(@Nullable Object last) {
        return last instanceof Nothing;
    }
}
