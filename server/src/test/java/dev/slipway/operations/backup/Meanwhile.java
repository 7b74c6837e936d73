package dev.slipway.operations.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Does something at the first and at every later write. */
final class Meanwhile extends FilterOutputStream {

    interface Deed {
        void happen() throws Exception;
    }

    private final Deed deed;

    Meanwhile(OutputStream out, Deed deed) {
        super(out);
        this.deed = deed;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            deed.happen();
        } catch (Exception e) {
            throw new IOException(e);
        }
        out.write(bytes, offset, length);
    }
}
