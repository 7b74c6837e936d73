package dev.slipway.platform;

import dev.slipway.kernel.EnvironmentName;
import java.time.Duration;
import java.util.List;

/** A gate as the definition words it. The text of the record is what a verdict's hash is taken over. */
public sealed interface GateDefinition {

    /** The key in platform.yaml. */
    String key();

    /** Every verify entry of that environment passed for this Release there. */
    record Verified(EnvironmentName environment) implements GateDefinition {
        @Override
        public String key() {
            return "verified";
        }
    }

    /** The Release has been healthy in the environment it comes from, without interruption, for this long. */
    record Health(Duration period) implements GateDefinition {
        @Override
        public String key() {
            return "health";
        }
    }

    /** The Release renders alike where it comes from and where it goes, in what the platform says must match. */
    record Parity() implements GateDefinition {
        @Override
        public String key() {
            return "parity";
        }
    }

    /**
     * So many members of these groups approve.
     *
     * @param from groups; <code>{team}</code> is replaced by the service's team
     */
    record Approval(List<String> from, int count, boolean authorsExcluded) implements GateDefinition {
        public Approval {
            from = List.copyOf(from);
        }

        @Override
        public String key() {
            return "approval";
        }
    }
}
