package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cursor over the segments of a template. */
final class Cursor {

    private final Source source;
    private final List<Segment> segments;
    private int at;

    Cursor(Source source, List<Segment> segments) {
        this.source = source;
        this.segments = segments;
    }

    /** The next segment, or null at the end. */
    @Nullable
    Segment peek() {
        return at < segments.size() ? segments.get(at) : null;
    }

    void skip() {
        at++;
    }

    /** The name of the tag that comes next. */
    String nextTag() {
        return ((Segment.Block) segments.get(at)).name();
    }

    /** Takes the tag that comes next. */
    Segment.Block take() {
        return (Segment.Block) segments.get(at++);
    }

    /** Takes the tag that comes next, which may have nothing but its name. */
    void takeBare() {
        Tokens tokens = tokens(take());
        tokens.next();
        tokens.expectEnd();
    }

    boolean isAt(Set<String> tags) {
        return peek() instanceof Segment.Block block && tags.contains(block.name());
    }

    Tokens tokens(Segment.Variable variable) {
        return new Tokens(source, variable.tokens(), variable.start(), variable.end());
    }

    Tokens tokens(Segment.Block block) {
        return new Tokens(source, block.tokens(), block.start(), block.end());
    }

    TemplateException problem(Segment.Block block, String reason, List<String> nearMisses) {
        return source.problem(block.start(), source.excerpt(block.start(), block.end()), reason, nearMisses, null);
    }
}
