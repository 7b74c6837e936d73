package dev.slipway.gitops.store;

import java.util.Optional;

/** Bytes by key: a cache, which may forget anything at any time. Safe for use by several threads. */
public interface KeptBytes {

    Optional<byte[]> get(String key);

    void put(String key, byte[] value);

    /** One that keeps nothing. */
    static KeptBytes none() {
        return new KeptBytes() {
            @Override
            public Optional<byte[]> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, byte[] value) {}
        };
    }
}
