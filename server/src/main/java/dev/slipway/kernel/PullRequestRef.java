package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** A pull request: its repository and its number, from 1. */
public record PullRequestRef(RepositoryRef repository, int number) {

    public PullRequestRef {
        if (number < 1) {
            throw new InvalidNameException(number + " is not a pull request's number: expected 1 or more.");
        }
    }

    /** Parses {@code organisation/name#number}, as {@link #toString} writes it. */
    public static PullRequestRef parse(String text) {
        int mark = text.lastIndexOf('#');
        if (mark < 0 || !text.substring(mark + 1).matches("[0-9]{1,9}")) {
            throw new InvalidNameException(
                    "\"" + text + "\" is not a pull request: expected organisation/name#number.");
        }
        return new PullRequestRef(
                RepositoryRef.parse(text.substring(0, mark)), Integer.parseInt(text.substring(mark + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return repository + "#" + number;
    }
}
