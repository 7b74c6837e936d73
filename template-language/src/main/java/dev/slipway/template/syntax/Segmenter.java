package dev.slipway.template.syntax;

import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.contract.TemplateOptions.Delimiters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a template into segments: applies delimiters, whitespace control, comments and raw sections. */
final class Segmenter {

    private final Source source;
    private final String text;
    private final TemplateOptions options;
    private final List<Opening> openings;
    private final List<Segment> segments = new ArrayList<>();
    private int at;
    private boolean trimNext;

    Segmenter(Source source, TemplateOptions options) {
        this.source = source;
        this.text = source.text();
        this.options = options;
        this.openings = List.of(
                new Opening(Kind.BLOCK, options.block()),
                new Opening(Kind.VARIABLE, options.variable()),
                new Opening(Kind.COMMENT, options.comment()));
    }

    List<Segment> segments() {
        while (at < text.length()) {
            Opening next = next();
            if (next == null) {
                addText(text.length(), false, false);
                at = text.length();
            } else {
                int start = next.found;
                int inside = start + next.delimiters.start().length();
                boolean trims = text.startsWith("-", inside);
                addText(start, trims, next.kind == Kind.BLOCK && options.lstripBlocks());
                addTag(next, start, trims ? inside + 1 : inside);
            }
        }
        return segments;
    }

    private @Nullable Opening next() {
        Opening nearest = null;
        for (Opening opening : openings) {
            if (opening.from(at) < (nearest == null ? text.length() : nearest.found)) {
                nearest = opening;
            }
        }
        return nearest;
    }

    private void addText(int end, boolean trimEnd, boolean cutIndent) {
        String piece = text.substring(at, cutIndent ? withoutIndent(end) : end);
        boolean trimStart = trimNext;
        trimNext = false;
        if (!piece.isEmpty()) { // what is trimmed to nothing still counts: a case with blanks has a body
            String trimmed = trimStart ? Blanks.trimStart(piece) : piece;
            segments.add(new Segment.Text(trimEnd ? Blanks.trimEnd(trimmed) : trimmed));
        }
    }

    /** Where the text before a tag ends, if there is nothing but blanks before it on its line. */
    private int withoutIndent(int end) {
        int start = end;
        while (start > at && text.charAt(start - 1) != '\n' && Blanks.isBlank(text.charAt(start - 1))) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' ? start : end;
    }

    private void addTag(Opening opening, int start, int inside) {
        if (opening.kind == Kind.COMMENT) {
            comment(start, start + opening.delimiters.start().length());
            return;
        }
        Tokenizer.Result result = Tokenizer.tokenize(source, start, inside, opening.delimiters.end());
        at = result.end();
        trimNext = result.trimsAfter();
        if (opening.kind == Kind.VARIABLE) {
            segments.add(new Segment.Variable(result.tokens(), start, at));
        } else {
            addBlock(new Segment.Block(result.tokens(), start, at));
        }
    }

    private void addBlock(Segment.Block block) {
        if (block.opensCapture()) {
            trimNext = false; // nunjucks forgets about it
        }
        if (options.trimBlocks()) {
            skipLineBreak();
        }
        if (block.isRaw()) {
            raw(block);
        } else {
            segments.add(block);
        }
    }

    private void skipLineBreak() {
        at += text.startsWith("\r\n", at) ? 2 : text.startsWith("\n", at) ? 1 : 0;
    }

    private void comment(int start, int inside) {
        int end = text.indexOf(options.comment().end(), inside);
        if (end < 0) {
            throw source.problem(
                    start, source.excerpt(start, start + 60), "The comment that begins here is not closed.");
        }
        trimNext = text.charAt(end - 1) == '-';
        at = end + options.comment().end().length();
    }

    /**
     * Nothing inside is a tag, except the matching end; nested raw sections count. As in nunjucks the text inside is kept as it is, and
     * a {@code -} of the tag that opens the section trims what follows the section.
     */
    private void raw(Segment.Block block) {
        Matcher matcher = Pattern.compile(Pattern.quote(options.block().start()) + "(-?)\\s*+(end)?" + block.name()
                        + "\\s*+(-?)" + Pattern.quote(options.block().end()))
                .matcher(text);
        int depth = 1;
        for (int from = at; matcher.find(from); from = matcher.end()) {
            depth += matcher.group(2) == null ? 1 : -1;
            if (depth == 0) {
                String inside = text.substring(at, matcher.start());
                segments.add(new Segment.Text(matcher.group(1).isEmpty() ? inside : Blanks.trimEnd(inside)));
                at = matcher.end();
                trimNext |= !matcher.group(3).isEmpty();
                return;
            }
        }
        throw source.problem(
                block.start(),
                source.excerpt(block.start(), block.end()),
                "\"end" + block.name() + "\" is missing for the section that begins here.");
    }

    private enum Kind {
        BLOCK,
        VARIABLE,
        COMMENT
    }

    /** Remembers where a delimiter occurs next, so that a long text is not searched again and again. */
    private final class Opening {
        private final Kind kind;
        private final Delimiters delimiters;
        private int found = -1;

        Opening(Kind kind, Delimiters delimiters) {
            this.kind = kind;
            this.delimiters = delimiters;
        }

        /** Its next offset, or the text's length. */
        int from(int offset) {
            if (found < offset) {
                int next = text.indexOf(delimiters.start(), offset);
                found = next < 0 ? text.length() : next;
            }
            return found;
        }
    }
}
