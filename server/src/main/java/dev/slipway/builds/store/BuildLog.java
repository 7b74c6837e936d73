package dev.slipway.builds.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The log of a build under way. Each line can be read as soon as it is written; what is beyond the bounds is left out, and said so. */
public final class BuildLog implements Closeable {

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 2_000;
    /** In UTF-8, with what says that it was cut. */
    static final int MOST_BYTES_OF_A_LINE = LONGEST_LINE * 4 + 8;

    private final Writer writer;
    private int lines;
    private boolean closed;

    BuildLog(Writer writer) {
        this.writer = writer;
    }

    /** Adds a line without control characters. */
    public synchronized void line(String text) {
        if (closed || lines > MOST_LINES) {
            return;
        }
        lines++;
        write(lines > MOST_LINES ? "… the log ends here: more than " + MOST_LINES + " lines" : printable(text));
    }

    private void write(String text) {
        try {
            writer.write(text);
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printable(String text) {
        String cut = text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + " …";
        return cut.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\t]]", "");
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        writer.close();
    }
}
