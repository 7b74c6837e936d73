package dev.slipway.git;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;

/**
 * A label that a repository's pull requests can carry.
 *
 * @param name 1 to 50 characters without line breaks; unique in its repository whatever the case
 * @param colour six hexadecimal digits, for example {@code 1d76db}
 */
public record Label(String name, String colour, String description) {

    public Label {
        name = name.strip();
        colour = colour.replaceFirst("^#", "").toLowerCase(java.util.Locale.ROOT);
        if (name.isEmpty() || name.length() > 50 || !name.chars().noneMatch(Character::isISOControl)) {
            throw new GitException(
                    ProblemCode.INVALID, Problem.at("name", "A label's name has 1 to 50 characters on one line."));
        }
        if (!colour.matches("[0-9a-f]{6}")) {
            throw new GitException(
                    ProblemCode.INVALID,
                    Problem.at("colour", "\"" + colour + "\" is no colour.")
                            .expecting("six hexadecimal digits, for example 1d76db"));
        }
    }
}
