package dev.slipway.catalog.pages;

import dev.slipway.catalog.EntityPanel;
import dev.slipway.catalog.Fact;
import dev.slipway.catalog.pages.ExternalLinks.ExternalLink;
import java.util.List;

/**
 * An entity's first page.
 *
 * @param description as safe HTML; empty when there is none
 * @param cut whether only the beginning of the description is shown
 */
public record Overview(
        String description,
        boolean cut,
        List<ExternalLink> links,
        List<RelationGroup> relations,
        EntityFindings findings,
        List<EntityPanel.Content> panels,
        List<Fact> facts) {}
