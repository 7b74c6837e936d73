package dev.slipway.desiredstate;

import dev.slipway.kernel.CommitId;
import java.time.LocalDate;

/**
 * How many services were alike on a day, as its last reading saw it.
 *
 * @param day in UTC
 * @param commit of the platform repository that was read last
 */
public record ParityDay(
        LocalDate day,
        String from,
        String to,
        int matching,
        int excepted,
        int differing,
        int unknown,
        CommitId commit) {}
