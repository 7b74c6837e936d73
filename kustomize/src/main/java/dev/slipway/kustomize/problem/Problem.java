package dev.slipway.kustomize.problem;

import dev.slipway.documents.yaml.Place;

/**
 * One thing that is wrong in a file.
 *
 * @param place the file, line and column
 * @param what what is wrong, with the thing quoted
 * @param expected what could have stood there
 * @param next what to do about it
 */
public record Problem(Place place, String what, String expected, String next) {

    /** One line for people: place, then the three sentences. */
    @Override
    public String toString() {
        return place + ": " + what + " Expected: " + expected + " " + next;
    }
}
