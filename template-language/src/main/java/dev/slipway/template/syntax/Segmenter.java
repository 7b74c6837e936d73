package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a template into segments: applies delimiters, whitespace control, comments and raw sections. */
final class Segmenter {

    private static final Set<String> RAW = Set.of("raw", "verbatim");

    private final Source source;
    private final String text;
    private final TemplateOptions options;
    private final List<Segment> segments = new ArrayList<>();
    private int at;
    private boolean trimNext;
    private boolean cutLineBreak;

    Segmenter(Source source, TemplateOptions options) {
        this.source = source;
        this.text = source.text();
        this.options = options;
    }

    List<Segment> segments() {
        while (at < text.length()) {
            TemplateOptions.@Nullable Delimiters next = nextDelimiters();
            int start = next == null ? text.length() : text.indexOf(next.start(), at);
            boolean trims =
                    next != null && text.startsWith("-", start + next.start().length());
            addText(text.substring(at, start), trims, next != null && !next.equals(options.variable()));
            at = start;
            if (next != null) {
                int inside = start + next.start().length() + (trims ? 1 : 0);
                addTag(next, start, inside);
            }
        }
        return segments;
    }

    private TemplateOptions.@Nullable Delimiters nextDelimiters() {
        TemplateOptions.Delimiters nearest = null;
        int nearestAt = Integer.MAX_VALUE;
        for (TemplateOptions.Delimiters candidate : List.of(options.variable(), options.block(), options.comment())) {
            int found = text.indexOf(candidate.start(), at);
            if (found >= 0 && found < nearestAt) {
                nearest = candidate;
                nearestAt = found;
            }
        }
        return nearest;
    }

    private void addText(String piece, boolean trimEnd, boolean beforeBlock) {
        String kept = piece;
        if (trimNext) {
            kept = kept.stripLeading();
        } else if (cutLineBreak) {
            kept = kept.startsWith("\r\n") ? kept.substring(2) : kept.startsWith("\n") ? kept.substring(1) : kept;
        }
        if (trimEnd) {
            kept = kept.stripTrailing();
        } else if (beforeBlock && options.lstripBlocks()) {
            kept = withoutIndent(kept);
        }
        trimNext = false;
        cutLineBreak = false;
        if (!kept.isEmpty()) {
            segments.add(new Segment.Text(kept));
        }
    }

    private String withoutIndent(String kept) {
        int lineStart = kept.lastIndexOf('\n') + 1;
        boolean startsLine = lineStart > 0 || segments.isEmpty();
        return startsLine && kept.substring(lineStart).isBlank() ? kept.substring(0, lineStart) : kept;
    }

    private void addTag(TemplateOptions.Delimiters kind, int start, int inside) {
        if (kind.equals(options.comment())) {
            comment(start, inside);
            return;
        }
        Tokenizer.Result result = Tokenizer.tokenize(source, start, inside, kind.end());
        at = result.end();
        trimNext = result.trimsAfter();
        if (kind.equals(options.variable())) {
            segments.add(new Segment.Variable(result.tokens(), start, at));
            return;
        }
        cutLineBreak = options.trimBlocks();
        Segment.Block block = new Segment.Block(result.tokens(), start, at);
        if (RAW.contains(block.name())) {
            raw(block);
        } else {
            segments.add(block);
        }
    }

    private void comment(int start, int inside) {
        int end = text.indexOf(options.comment().end(), inside);
        if (end < 0) {
            throw source.problem(
                    start, source.excerpt(start, start + 60), "The comment that begins here is not closed.");
        }
        trimNext = end > inside && text.charAt(end - 1) == '-';
        at = end + options.comment().end().length();
    }

    /** Nothing inside is a tag, except the matching end; nested raw sections count. */
    private void raw(Segment.Block block) {
        Matcher matcher = Pattern.compile(Pattern.quote(options.block().start()) + "(-?)\\s*(end)?" + block.name()
                        + "\\s*(-?)" + Pattern.quote(options.block().end()))
                .matcher(text);
        int depth = 1;
        for (int from = at; matcher.find(from); from = matcher.end()) {
            depth += matcher.group(2) == null ? 1 : -1;
            if (depth == 0) {
                addText(text.substring(at, matcher.start()), !matcher.group(1).isEmpty(), true);
                at = matcher.end();
                trimNext = !matcher.group(3).isEmpty();
                cutLineBreak = options.trimBlocks();
                return;
            }
        }
        throw source.problem(
                block.start(),
                source.excerpt(block.start(), block.end()),
                "\"end" + block.name() + "\" is missing for the section that begins here.");
    }
}
