package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;
import java.time.Instant;

/** What functions ask for that is not in their arguments. A render stays a function of its input when these answers are one. */
public interface Outside {

    /** Bytes in the place of random ones. */
    byte[] random(Call call, int count);

    /** The time in the place of the clock's. */
    Instant now(Call call);

    /** The address of a host, empty for none. */
    String address(Call call, String host);
}
