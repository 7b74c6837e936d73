package dev.slipway.identity;

import java.net.URI;
import java.util.Optional;

/** How the first administrator signs in, for whoever started Slipway. */
public interface FirstSignIn {

    /** The whole address of the one-time link, also in the file {@code sign-in-link.txt}; empty once it was used. */
    Optional<URI> link();
}
