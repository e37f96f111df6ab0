/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "app/cli/cw-maker.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"

G_BEGIN_DECLS

#define CW_SAMPLE_MAX_DIES 3
#define CW_SAMPLE_MAX_SLOTS 16

/**
 * CwSampleDie:
 * @name: name of the die type, %NULL for none
 * @function: its function tag
 * @n_groups: rows of balls that run away from each edge
 */
typedef struct
{
  const char *name;
  const char *function;
  guint n_groups;
} CwSampleDie;

/**
 * CwSampleSpec:
 * @name: what the sample is called in files, without suffix
 * @title: name of the design
 * @method: process method
 * @substrate: how the substrate is built
 * @n_levels: wiring levels
 * @pattern: 1 … 3: how many pads an edge has for a row of balls (3, 5, 7), on as many levels
 * @dies: from left to right
 * @cavity: whether the dies sit in cavities of a plain substrate
 * @fill: how vias are filled
 * @ball: what sits on the bonding pads
 * @has_ubm: whether there is under-bump metal
 * @dielectric: name of the material of the dielectric levels
 * @filling: name of the material around the dies
 * @sheet: (nullable): name of the material of thin organic layer or carrier
 * @is_thinned: whether the thin organic layer is thinned in place
 * @board: (nullable): name of the material of the uppermost substrate level
 * @deposition: how the wiring is deposited
 * @taper: by how much via walls lean [µdeg]
 * @bus: form of the ground bus
 * @panel: what it is arrayed on
 * @forms: passive devices along the edges of the first die, %CW_N_PASSIVE_FORMS ends them
 *
 * What a sample is made of.
 */
typedef struct
{
  const char *name;
  const char *title;
  CwMethod method;
  CwSubstrateKind substrate;
  guint n_levels;
  guint pattern;
  CwSampleDie dies[CW_SAMPLE_MAX_DIES];
  gboolean cavity;
  CwViaFill fill;
  CwBallKind ball;
  gboolean has_ubm;
  const char *dielectric;
  const char *filling;
  const char *sheet;
  gboolean is_thinned;
  const char *board;
  CwDeposition deposition;
  CwAngle taper;
  CwBusKind bus;
  CwPanelKind panel;
  CwPassiveForm forms[CW_SAMPLE_MAX_SLOTS];
} CwSampleSpec;

CwTechnology *cw_sample_technology_new (const CwSampleSpec *spec, GError **error);
CwDesign *cw_package_maker_run (const CwSampleSpec *spec, GError **error);

G_END_DECLS
