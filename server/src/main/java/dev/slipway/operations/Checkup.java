package dev.slipway.operations;

import java.util.List;

/** What is wrong with this installation, if anything. */
public interface Checkup {

    /** Asks every {@link Examination}; the worst findings first. */
    List<Finding> findings();
}
