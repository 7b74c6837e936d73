package dev.slipway.gotemplate;

import dev.slipway.gotemplate.run.Execution;
import org.jspecify.annotations.Nullable;

/** Several templates of one set, executed one after the other within the limits of one execution. Not safe for several threads. */
public final class Rendering {

    private final Execution execution;
    private long written;

    Rendering(Execution execution) {
        this.execution = execution;
    }

    /** As {@link GoTemplates#execute}. */
    public String execute(String name, @Nullable Object data) {
        String text = execution.run(name, data);
        written += text.length();
        return text;
    }

    /**
     * Gives back to the limits the characters that the templates so far have used for what is not there any more.
     *
     * @param left what these templates may have changed, and others can still read
     */
    public void forget(@Nullable Object left) {
        execution.forget(written, left);
    }
}
