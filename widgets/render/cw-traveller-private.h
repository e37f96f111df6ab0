/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section.h"
#include "widgets/render/cw-traveller.h"

G_BEGIN_DECLS

/* size of the picture of a step [px] */
#define CW_TRAVELLER_WIDTH 698
#define CW_TRAVELLER_HEIGHT 250

/* A line of a table: a word and what it says. */
typedef struct
{
  const char *word;
  char *text;
} CwTravellerFact;

/* A step as it is printed. */
typedef struct
{
  char *title;     /* label and name */
  GArray *facts;   /* of CwTravellerFact */
  gboolean is_bad; /* whether a finding is an error */
  CwSection *section;
  const char *side; /* which side is up */
} CwTravellerStep;

/* What all formats say, in order. */
typedef struct
{
  const CwTraveller *traveller;
  char *title;
  GArray *line;     /* of CwPoint */
  GArray *facts;    /* of CwTravellerFact */
  GPtrArray *steps; /* of CwTravellerStep */
  double factor;    /* by which all pictures draw z out more than s */
} CwTravellerText;

CwTravellerText *cw_traveller_text_new (const CwTraveller *traveller);
void cw_traveller_text_free (CwTravellerText *self);
GBytes *cw_traveller_text_to_html (const CwTravellerText *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTravellerText, cw_traveller_text_free)

G_END_DECLS
