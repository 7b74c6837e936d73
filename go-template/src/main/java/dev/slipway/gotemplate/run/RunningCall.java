package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.Place;
import dev.slipway.gotemplate.syntax.Node;
import org.jspecify.annotations.Nullable;

/** What a function sees of the execution that calls it. */
record RunningCall(Frame frame, String name, Node node) implements Call {

    @Override
    public Place place() {
        return frame.template.source().place(node);
    }

    @Override
    public GoTemplates templates() {
        return frame.execution.facade();
    }

    @Override
    public Options options() {
        return frame.execution.options();
    }

    @Override
    public String execute(GoTemplates set, String template, @Nullable Object data) {
        return frame.execution.executeIn(set, template, data);
    }

    @Override
    public void spend(long steps) {
        frame.allow(frame.execution.budget().spend(steps));
    }

    @Override
    public void reserve(long characters) {
        frame.allow(frame.execution.budget().reserve(characters));
    }
}
