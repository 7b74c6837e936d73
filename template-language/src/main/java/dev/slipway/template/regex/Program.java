package dev.slipway.template.regex;

import java.util.List;
import java.util.Map;

/**
 * A pattern as instructions.
 *
 * @param groups pairs of registers, the first being the whole match; counters follow
 */
record Program(
        List<Instruction> instructions,
        int groups,
        int registers,
        boolean ignoreCase,
        boolean multiline,
        Map<String, Integer> names) {}
