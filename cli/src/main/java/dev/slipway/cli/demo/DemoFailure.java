package dev.slipway.cli.demo;

/** Something that the demo promises did not hold. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
