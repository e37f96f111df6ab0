/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-claim-row.h"

struct _CwClaimRow
{
  GObject parent_instance;

  CwClaimSection section;
  guint number;              /* 0 for a heading */
  CwClaimCoverage *coverage; /* NULL while it is not known */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwClaimRow, cw_claim_row, G_TYPE_OBJECT)

static void
cw_claim_row_finalize (GObject *object)
{
  g_clear_pointer (&CW_CLAIM_ROW (object)->coverage, cw_claim_coverage_unref);
  G_OBJECT_CLASS (cw_claim_row_parent_class)->finalize (object);
}

static void
cw_claim_row_class_init (CwClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_claim_row_finalize;

  /**
   * CwClaimRow::changed:
   * @self: a row
   *
   * What is known of the claim is another.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_CLAIM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_claim_row_init (CwClaimRow *self)
{
}

/**
 * cw_claim_row_new:
 * @section: a section of the claims
 * @number: number of one of its claims, 0 for the heading of the section
 *
 * Makes a row that knows of no design.
 *
 * Returns: (transfer full): the row
 */
CwClaimRow *
cw_claim_row_new (CwClaimSection section, guint number)
{
  CwClaimRow *self = g_object_new (CW_TYPE_CLAIM_ROW, NULL);

  self->section = section;
  self->number = number;

  return self;
}

/**
 * cw_claim_row_set_coverage:
 * @self: a row
 * @coverage: (nullable): what a design makes of the claims
 *
 * Makes the row tell of a design.
 */
void
cw_claim_row_set_coverage (CwClaimRow *self, CwClaimCoverage *coverage)
{
  g_return_if_fail (CW_IS_CLAIM_ROW (self));

  if (self->coverage == coverage)
    return;
  g_clear_pointer (&self->coverage, cw_claim_coverage_unref);
  if (coverage != NULL)
    self->coverage = cw_claim_coverage_ref (coverage);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_claim_row_get_number:
 * @self: a row
 *
 * Returns: the number of the claim, 0 for a heading
 */
guint
cw_claim_row_get_number (CwClaimRow *self)
{
  g_return_val_if_fail (CW_IS_CLAIM_ROW (self), 0);

  return self->number;
}

/**
 * cw_claim_row_get_section:
 * @self: a row
 *
 * Returns: the section that it belongs to
 */
CwClaimSection
cw_claim_row_get_section (CwClaimRow *self)
{
  g_return_val_if_fail (CW_IS_CLAIM_ROW (self), CW_CLAIMS_ONE_DIE);

  return self->section;
}

/**
 * cw_claim_row_get_state:
 * @self: a row
 *
 * Returns: what the design makes of the claim
 */
CwClaimState
cw_claim_row_get_state (CwClaimRow *self)
{
  g_return_val_if_fail (CW_IS_CLAIM_ROW (self), CW_CLAIM_NOT_USED);

  return self->coverage != NULL && self->number > 0
             ? cw_claim_coverage_get_state (self->coverage, self->number)
             : CW_CLAIM_NOT_USED;
}

/**
 * cw_claim_row_get_reason:
 * @self: a row
 *
 * Returns: (transfer none): what speaks for that, empty while nothing is known
 */
const char *
cw_claim_row_get_reason (CwClaimRow *self)
{
  g_return_val_if_fail (CW_IS_CLAIM_ROW (self), "");

  return self->coverage != NULL && self->number > 0
             ? cw_claim_coverage_get_reason (self->coverage, self->number)
             : "";
}
