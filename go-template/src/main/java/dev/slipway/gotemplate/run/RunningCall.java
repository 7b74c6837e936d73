package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.Place;
import dev.slipway.gotemplate.syntax.Node;
import dev.slipway.gotemplate.value.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function sees of the execution that calls it. */
final class RunningCall implements Call {

    /** What comparing costs that many characters is one step. */
    private static final int COMPARED_IN_A_STEP = 64;

    /** What parsing makes of a character of an action, in characters. */
    private static final int PARSED = 16;

    private final Frame frame;
    private final String name;
    private final Node node;
    private @Nullable String executed;

    RunningCall(Frame frame, String name, Node node) {
        this.frame = frame;
        this.name = name;
        this.node = node;
    }

    @Override
    public String name() {
        return name;
    }

    Node node() {
        return node;
    }

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
        executed = frame.execution.executeIn(set, template, data);
        return executed;
    }

    @Override
    public GoTemplates plus(String name, String text) {
        reserve(PARSED * frame.execution.set().charactersInActions(text));
        return templates().plus(name, text);
    }

    @Override
    public void spend(long steps) {
        frame.allow(frame.execution.budget().spend(steps));
    }

    @Override
    public void spendOn(@Nullable Object value, long times) {
        long most = options().limits().steps();
        long weight = Weight.of(value, most);
        spend(weight > most ? weight : 1 + weight * times / COMPARED_IN_A_STEP);
    }

    @Override
    public void reserve(long characters) {
        frame.allow(frame.execution.budget().reserve(characters));
    }

    @Override
    public void reserveCopy(@Nullable Object value) {
        reserve(Weight.of(value, options().limits().atOnce()));
    }

    @Override
    public void checkRoom(long characters) {
        if (characters > charactersLeft()) reserve(characters);
    }

    @Override
    public long charactersLeft() {
        return frame.execution.budget().charactersLeft();
    }

    /** Takes the text that the function returns from the limits; not one that it was given, or that was taken while it was written. */
    @SuppressWarnings("ReferenceEquality") // an equal text is another one
    void reserveResult(@Nullable Object result, List<@Nullable Object> arguments) {
        if (!(result instanceof String text) || result == executed) return;
        for (Object argument : arguments) {
            if (argument == text) return;
        }
        reserve(text.length());
    }
}
