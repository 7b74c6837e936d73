package dev.slipway.gotemplate.syntax;

/** A constant that is not one; the message lacks the place. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    MalformedException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
