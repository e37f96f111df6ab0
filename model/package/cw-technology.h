/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

#include "model/base/cw-coord.h"

G_BEGIN_DECLS

#define CW_MAX_LEVELS 64
#define CW_LEVEL_NONE 255
#define CW_MATERIAL_NONE 255
#define CW_MAX_MATERIALS 250
#define CW_MAX_RULES 1000
#define CW_MAX_WIRING_LEVELS 29 /* of a default technology */
#define CW_RULE_VALUE_MAX (100 * CW_MM)

/**
 * CwMaterialClass:
 * @CW_MATERIAL_METAL: conductor
 * @CW_MATERIAL_DIELECTRIC: insulator of the thin film
 * @CW_MATERIAL_SEMICONDUCTOR: die
 * @CW_MATERIAL_FILLING: what surrounds the dies
 * @CW_MATERIAL_ADHESIVE: what holds them
 * @CW_MATERIAL_CORE: substrate
 * @CW_MATERIAL_SOLDER: balls
 *
 * What a material is for.
 */
typedef enum
{
  CW_MATERIAL_METAL,
  CW_MATERIAL_DIELECTRIC,
  CW_MATERIAL_SEMICONDUCTOR,
  CW_MATERIAL_FILLING,
  CW_MATERIAL_ADHESIVE,
  CW_MATERIAL_CORE,
  CW_MATERIAL_SOLDER,
  CW_N_MATERIAL_CLASSES
} CwMaterialClass;

/**
 * CwHatch:
 *
 * How a material is hatched in a section.
 */
typedef enum
{
  CW_HATCH_NONE,
  CW_HATCH_DIAGONAL,
  CW_HATCH_BACK_DIAGONAL,
  CW_HATCH_CROSS,
  CW_HATCH_DOTS,
  CW_HATCH_HORIZONTAL,
  CW_N_HATCHES
} CwHatch;

/**
 * CwMaterial:
 * @name: unique name
 * @klass: what it is for
 * @colour: colour as 0xRRGGBB
 * @hatch: hatch in a section
 * @permittivity: relative permittivity in thousandths, 0 when unknown
 * @loss_tangent: loss tangent in millionths, 0 when unknown
 * @expansion: thermal expansion in 1e-9 per kelvin, 0 when unknown
 * @modulus: modulus of elasticity [MPa], 0 when unknown
 * @conductivity: thermal conductivity [mW/(m·K)], 0 when unknown
 *
 * A material. All figures are whole numbers, so that files are exact.
 */
typedef struct
{
  GRefString *name;
  CwMaterialClass klass;
  guint32 colour;
  CwHatch hatch;
  gint32 permittivity;
  gint32 loss_tangent;
  gint32 expansion;
  gint32 modulus;
  gint32 conductivity;
} CwMaterial;

/**
 * CwLevelKind:
 * @CW_LEVEL_SUBSTRATE: organic substrate
 * @CW_LEVEL_ADHESIVE: film below the dies
 * @CW_LEVEL_DIE: dies, with the filling around them; its material is the filling
 * @CW_LEVEL_PAD: metal pads of the dies
 * @CW_LEVEL_DIELECTRIC: dielectric with its via holes
 * @CW_LEVEL_WIRING: redistribution wiring
 * @CW_LEVEL_PASSIVATION: passivation with its openings
 * @CW_LEVEL_BALL: balls, bumps, pins
 *
 * What a level of the stack is.
 */
typedef enum
{
  CW_LEVEL_SUBSTRATE,
  CW_LEVEL_ADHESIVE,
  CW_LEVEL_DIE,
  CW_LEVEL_PAD,
  CW_LEVEL_DIELECTRIC,
  CW_LEVEL_WIRING,
  CW_LEVEL_PASSIVATION,
  CW_LEVEL_BALL,
  CW_N_LEVEL_KINDS
} CwLevelKind;

/**
 * CwLevel:
 * @name: unique name
 * @kind: what it is
 * @material: index of its material in the technology, %CW_MATERIAL_NONE for none
 * @thickness: [nm]
 *
 * One level of the stack. The dielectric above a wiring level also fills the gaps
 * between its traces.
 */
typedef struct
{
  GRefString *name;
  CwLevelKind kind;
  guint8 material;
  CwCoord thickness;
} CwLevel;

/**
 * CwNetClass:
 *
 * What a net is for.
 */
typedef enum
{
  CW_NET_SIGNAL,
  CW_NET_POWER,
  CW_NET_GROUND,
  CW_N_NET_CLASSES,
  CW_NET_ANY = CW_N_NET_CLASSES
} CwNetClass;

/**
 * CwRuleKind:
 * @CW_RULE_WIDTH: least width of metal
 * @CW_RULE_CLEARANCE: least distance between metal of different nets
 * @CW_RULE_ENCLOSURE: least metal around a hole or an opening
 * @CW_RULE_SHORT: metal of different nets touches
 * @CW_RULE_OPEN: a net is in several pieces
 * @CW_RULE_DIE_OUTSIDE: a die reaches over the package outline
 *
 * What a rule is about.
 */
typedef enum
{
  CW_RULE_WIDTH,
  CW_RULE_CLEARANCE,
  CW_RULE_ENCLOSURE,
  CW_RULE_SHORT,
  CW_RULE_OPEN,
  CW_RULE_DIE_OUTSIDE,
  CW_N_RULE_KINDS
} CwRuleKind;

/**
 * CwSeverity:
 *
 * How bad a violation is.
 */
typedef enum
{
  CW_SEVERITY_ERROR,
  CW_SEVERITY_WARNING,
  CW_SEVERITY_OFF,
  CW_N_SEVERITIES
} CwSeverity;

/**
 * CwRule:
 * @name: unique name, such as `rdl.2`
 * @kind: what it is about
 * @value: its limit, 0 for kinds without one [nm]
 * @level: level it holds on, %CW_LEVEL_NONE for all that the kind is about, see
 *   cw_technology_rule_holds ()
 * @net_class: class that one of the nets must be of
 * @severity: how bad a violation is
 * @source: where the figure comes from
 *
 * One design rule.
 */
typedef struct
{
  GRefString *name;
  CwRuleKind kind;
  CwCoord value;
  guint8 level;
  CwNetClass net_class;
  CwSeverity severity;
  GRefString *source;
} CwRule;

#define CW_TYPE_TECHNOLOGY (cw_technology_get_type ())

/**
 * CwTechnology:
 *
 * Materials, the stack of levels from bottom to top, and design rules.
 * Reference-counted; filled by the one who made it, immutable from the moment that it is shared.
 */
typedef struct _CwTechnology CwTechnology;

GType cw_technology_get_type (void) G_GNUC_CONST;
CwTechnology *cw_technology_new (const char *name);
CwTechnology *cw_technology_new_default (guint n_wiring_levels);
CwTechnology *cw_technology_dup (const CwTechnology *self);
CwTechnology *cw_technology_ref (CwTechnology *self);
void cw_technology_unref (CwTechnology *self);
gboolean cw_technology_equal (const CwTechnology *a, const CwTechnology *b);

gboolean cw_technology_add_material (CwTechnology *self, const CwMaterial *material,
                                     GError **error);
gboolean cw_technology_add_level (CwTechnology *self, const CwLevel *level, GError **error);
gboolean cw_technology_add_rule (CwTechnology *self, const CwRule *rule, GError **error);
guint cw_technology_set_rule_value (CwTechnology *self, const char *name, CwCoord value);

const char *cw_technology_get_name (const CwTechnology *self);
guint cw_technology_get_n_materials (const CwTechnology *self);
const CwMaterial *cw_technology_get_material (const CwTechnology *self, guint index);
guint cw_technology_find_material (const CwTechnology *self, const char *name);
guint cw_technology_get_n_levels (const CwTechnology *self);
const CwLevel *cw_technology_get_level (const CwTechnology *self, guint index);
guint cw_technology_find_level (const CwTechnology *self, const char *name);
guint cw_technology_find_level_kind (const CwTechnology *self, CwLevelKind kind);
guint cw_technology_find_level_above (const CwTechnology *self, guint level, CwLevelKind kind);
guint cw_technology_get_wiring_level (const CwTechnology *self, guint ordinal);
guint cw_technology_get_n_wiring_levels (const CwTechnology *self);
CwCoord cw_technology_get_level_bottom (const CwTechnology *self, guint index);
guint cw_technology_get_n_rules (const CwTechnology *self);
const CwRule *cw_technology_get_rule (const CwTechnology *self, guint index);
gboolean cw_technology_rule_holds (const CwTechnology *self, guint index, guint level);
CwCoord cw_technology_get_limit (const CwTechnology *self, CwRuleKind kind, guint level);

const char *cw_material_class_get_name (CwMaterialClass klass);
const char *cw_hatch_get_name (CwHatch hatch);
const char *cw_level_kind_get_name (CwLevelKind kind);
const char *cw_net_class_get_name (CwNetClass net_class);
const char *cw_rule_kind_get_name (CwRuleKind kind);
const char *cw_severity_get_name (CwSeverity severity);
gboolean cw_rule_kind_parse (const char *text, CwRuleKind *kind);
gboolean cw_level_kind_is_metal (CwLevelKind kind);
gboolean cw_rule_kind_may_name (CwRuleKind kind, CwLevelKind level_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTechnology, cw_technology_unref)

G_END_DECLS
