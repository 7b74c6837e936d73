package dev.slipway.entities;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a YAML stream of any length into its documents, one at a time: no more than one document is held. Of a document that is
 * longer than the YAML reader takes, only as much is kept as it needs to refuse it.
 */
public final class Chunks implements Iterator<Chunk> {

    private static final String MARKER = "---";
    private static final int BLOCK = 1 << 13;
    private static final int LONGEST = (16 << 20) + 1;
    /** A line's end and a marker: of the last characters that have been read it may not be known yet whether they are one. */
    private static final int UNDECIDED = 1 + MARKER.length();

    private final Reader text;
    private final char[] block = new char[BLOCK];
    private final StringBuilder ahead = new StringBuilder();
    /** Where in it the next document begins; what stands before goes when more is read. */
    private int start;

    private boolean begun;
    private boolean ended;
    /** Whether what is ahead begins a line: at the text's beginning; everything later follows a marker. */
    private boolean atLineStart = true;

    private int line = 1;
    private int droppedLines;
    private @Nullable Chunk next;

    /** @param text is not closed */
    public Chunks(Reader text) {
        this.text = text;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !(ended && start == ahead.length())) {
            Chunk chunk = cut();
            next = chunk.holdsSomething() ? chunk : null;
        }
        return next != null;
    }

    @Override
    public Chunk next() {
        Chunk chunk = hasNext() ? next : null;
        if (chunk == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return chunk;
    }

    /** The document up to the next marker; what is ahead then begins behind that marker. */
    private Chunk cut() {
        droppedLines = 0;
        int end = untilMarker();
        Chunk chunk = new Chunk(line, ahead.substring(start, end));
        line += Chunk.lines(chunk.text()) + droppedLines;
        start = Math.min(ahead.length(), end + MARKER.length());
        atLineStart = false;
        return chunk;
    }

    /** The index of the next marker that begins a line, or where the text ends. */
    private int untilMarker() {
        int from = start;
        while (true) {
            int marker = markerIn(from);
            if (marker >= 0 || ended) {
                return marker >= 0 ? marker : ahead.length();
            }
            ahead.delete(0, start);
            start = 0;
            from = shortened(Math.max(0, ahead.length() - UNDECIDED));
            readOn();
        }
    }

    /** Negative where none is, or where the word may go on in what has not been read yet. */
    private int markerIn(int from) {
        for (int at = ahead.indexOf(MARKER, from); at >= 0; at = ahead.indexOf(MARKER, at + 1)) {
            int behind = at + MARKER.length();
            boolean beginsLine = at == start ? atLineStart : ahead.charAt(at - 1) == '\n';
            boolean endsWord = behind < ahead.length() ? Character.isWhitespace(ahead.charAt(behind)) : ended;
            if (beginsLine && endsWord) {
                return at;
            }
        }
        return -1;
    }

    /** Leaves out the middle of a document that is too long. Answers where this index is then. */
    private int shortened(int index) {
        if (index <= LONGEST) {
            return index;
        }
        droppedLines += Chunk.lines(ahead.substring(LONGEST, index));
        ahead.delete(LONGEST, index);
        return LONGEST;
    }

    private void readOn() {
        try {
            int read = text.read(block);
            if (read < 0) {
                ended = true;
                return;
            }
            int mark = !begun && block[0] == '\uFEFF' ? 1 : 0;
            begun = true;
            ahead.append(block, mark, read - mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
