package dev.slipway.identity;

import java.util.List;

/** SPI: where groups and what they grant come from; {@code platform} reads them from Git. Called often: answers from memory. */
public interface MembershipSource {

    List<Membership> memberships();
}
