package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** A pull request: its repository and its number, from 1. */
public record PullRequestRef(RepositoryRef repository, int number) {

    public PullRequestRef {
        if (number < 1) {
            throw new InvalidNameException(number + " is not a pull request's number: expected 1 or more.");
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return repository + "#" + number;
    }
}
