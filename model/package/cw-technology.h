/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

#include "model/base/cw-coord.h"
#include "model/geometry/cw-angle.h"

G_BEGIN_DECLS

#define CW_MAX_LEVELS 64
#define CW_LEVEL_NONE 255
#define CW_MATERIAL_NONE 255
#define CW_MAX_MATERIALS 250
#define CW_MAX_RULES 1000
#define CW_MAX_WIRING_LEVELS 29        /* of a default technology */
#define CW_MAX_METHOD_WIRING_LEVELS 28 /* of one that is made by its method */
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
 * CwMaterialGroup:
 * @CW_GROUP_NONE: of none of the groups that the claims list
 * @CW_GROUP_POLYIMIDE: dielectric
 * @CW_GROUP_BENZOCYCLOBUTENE: dielectric
 * @CW_GROUP_POROUS: porous dielectric material
 * @CW_GROUP_STRESS_BUFFER: stress buffer material, a dielectric
 * @CW_GROUP_EPOXY: filling
 * @CW_GROUP_POLYMER: filling
 * @CW_GROUP_GLASS: insulating substrate or carrier
 * @CW_GROUP_ORGANIC: insulating substrate or carrier
 * @CW_GROUP_ORGANIC_MATERIAL: the claims' literal third entry, an alias of @CW_GROUP_ORGANIC
 *
 * Which entry of the claims' lists of materials a material is.
 */
typedef enum
{
  CW_GROUP_NONE,
  CW_GROUP_POLYIMIDE,
  CW_GROUP_BENZOCYCLOBUTENE,
  CW_GROUP_POROUS,
  CW_GROUP_STRESS_BUFFER,
  CW_GROUP_EPOXY,
  CW_GROUP_POLYMER,
  CW_GROUP_GLASS,
  CW_GROUP_ORGANIC,
  CW_GROUP_ORGANIC_MATERIAL,
  CW_N_MATERIAL_GROUPS
} CwMaterialGroup;

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
 * @group: entry of the claims' lists that it is
 * @resistivity: electrical resistivity in nΩ·cm, that is 1e-11 Ω·m, 0 when unknown
 * @cure: temperature at which it is cured, moulded or reflowed [m°C], 0 when unknown
 * @limit: temperature that it must not see once it is there [m°C], 0 when unknown
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
  CwMaterialGroup group;
  gint32 resistivity;
  gint32 cure;
  gint32 limit;
} CwMaterial;

/**
 * CwLevelKind:
 * @CW_LEVEL_SUBSTRATE: organic substrate, or one of the boards or layers that it is made of
 * @CW_LEVEL_ADHESIVE: film below the dies, within the height of the die level above it
 * @CW_LEVEL_DIE: dies, with the filling around them; its material is the filling, its
 *   thickness the height from the top of the substrate to the active surfaces
 * @CW_LEVEL_PAD: metal pads of the dies
 * @CW_LEVEL_DIELECTRIC: dielectric with its via holes
 * @CW_LEVEL_WIRING: redistribution wiring
 * @CW_LEVEL_PASSIVATION: passivation with its openings
 * @CW_LEVEL_BALL: balls, bumps, pins
 * @CW_LEVEL_HEAT: heat-conducting layer at the bottom of the substrate
 * @CW_LEVEL_THIN_ORGANIC: thin organic layer, or insulating substrate that stays, with its holes
 * @CW_LEVEL_UBM: under-bump metal in the openings of the passivation
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
  CW_LEVEL_HEAT,
  CW_LEVEL_THIN_ORGANIC,
  CW_LEVEL_UBM,
  CW_N_LEVEL_KINDS
} CwLevelKind;

/**
 * CwDeposition:
 * @CW_DEPOSITION_NONE: not said
 * @CW_DEPOSITION_SPUTTERING: sputtering
 * @CW_DEPOSITION_ELECTROPLATING: electroplating
 * @CW_DEPOSITION_ELECTROLESS: electro-less plating
 *
 * How a wiring level is deposited.
 */
typedef enum
{
  CW_DEPOSITION_NONE,
  CW_DEPOSITION_SPUTTERING,
  CW_DEPOSITION_ELECTROPLATING,
  CW_DEPOSITION_ELECTROLESS,
  CW_N_DEPOSITIONS
} CwDeposition;

/**
 * CwLevel:
 * @name: unique name
 * @kind: what it is
 * @material: index of its material in the technology, %CW_MATERIAL_NONE for none
 * @thickness: [nm]
 * @deposition: how a wiring level is deposited
 * @taper: by how much the walls of its holes lean from the vertical, wider at the top, 0 … 45°
 *   [µdeg]
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
  CwDeposition deposition;
  CwAngle taper;
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
 * @CW_RULE_DIE_SPACING: least distance between dies, which never overlap
 * @CW_RULE_STREET: nothing of a unit reaches into the saw street around it
 * @CW_RULE_KEEP_OUT: foreign metal in the keep-out area of a passive device or a die
 * @CW_RULE_PAD_NET: R1, a bonding pad without a net that leads to a metal pad
 * @CW_RULE_FAN_OUT: R2, external circuitry that stays over the active surfaces
 * @CW_RULE_EXTERNAL_TRACE: R3, external traces wider, longer and thicker than the internal ones
 * @CW_RULE_COPLANARITY: R4, greatest step between filling and active surface
 * @CW_RULE_THIN_ORGANIC: R5, the thin organic layer is 2 … 200 µm thick
 * @CW_RULE_ALTERNATION: R6, wiring and dielectric levels alternate
 * @CW_RULE_LEVELS_JOINED: R7, neighbouring wiring levels are joined through the dielectric
 * @CW_RULE_DIE_SEAT: R8, the backside of a die is adhered to the substrate or a cavity floor
 * @CW_RULE_OPENING_THROUGH: R9, openings reach through the organic layer
 * @CW_RULE_LISTED: R10, materials and methods are those of the claims' lists
 * @CW_RULE_PAD_LEVEL: R11, bonding pads lie on the outermost wiring level, die pads are joined
 *   by the innermost
 * @CW_RULE_PASSIVATION_OPEN: R12, the passivation opens every bonding pad
 * @CW_RULE_BONDING_POINT: R13, a bonding point on each bonding pad used
 * @CW_RULE_STEP_ORDER: R14, the order of the process steps
 * @CW_RULE_VIA_LANDING: R15, a hole goes through its dielectric and lands on metal at both ends
 * @CW_RULE_DIE_COUNT: R16, how many dies a singulated unit has
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
  CW_RULE_DIE_SPACING,
  CW_RULE_STREET,
  CW_RULE_KEEP_OUT,
  CW_RULE_PAD_NET,
  CW_RULE_FAN_OUT,
  CW_RULE_EXTERNAL_TRACE,
  CW_RULE_COPLANARITY,
  CW_RULE_THIN_ORGANIC,
  CW_RULE_ALTERNATION,
  CW_RULE_LEVELS_JOINED,
  CW_RULE_DIE_SEAT,
  CW_RULE_OPENING_THROUGH,
  CW_RULE_LISTED,
  CW_RULE_PAD_LEVEL,
  CW_RULE_PASSIVATION_OPEN,
  CW_RULE_BONDING_POINT,
  CW_RULE_STEP_ORDER,
  CW_RULE_VIA_LANDING,
  CW_RULE_DIE_COUNT,
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

/**
 * CwSubstrateKind:
 * @CW_SUBSTRATE_PLAIN: one organic board
 * @CW_SUBSTRATE_CORES: two insulating core boards, the first (upper) one with openings
 * @CW_SUBSTRATE_HEAT: an organic layer with openings through it over a heat-conducting layer
 * @CW_SUBSTRATE_MOULDED: formed together with its openings by injection moulding
 *
 * How the substrate is built.
 */
typedef enum
{
  CW_SUBSTRATE_PLAIN,
  CW_SUBSTRATE_CORES,
  CW_SUBSTRATE_HEAT,
  CW_SUBSTRATE_MOULDED,
  CW_N_SUBSTRATE_KINDS
} CwSubstrateKind;

/* documented in cw-flow.h and cw-panel.h */
struct _CwFlow;
struct _CwPanel;

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
void cw_technology_add_claim_rules (CwTechnology *self);
CwTechnology *cw_technology_dup (const CwTechnology *self);
CwTechnology *cw_technology_ref (CwTechnology *self);
void cw_technology_unref (CwTechnology *self);
gboolean cw_technology_equal (const CwTechnology *a, const CwTechnology *b);

gboolean cw_technology_add_material (CwTechnology *self, const CwMaterial *material,
                                     GError **error);
gboolean cw_technology_add_level (CwTechnology *self, const CwLevel *level, GError **error);
gboolean cw_technology_add_rule (CwTechnology *self, const CwRule *rule, GError **error);
gboolean cw_technology_set_material (CwTechnology *self, guint index, const CwMaterial *material,
                                     GError **error);
gboolean cw_technology_set_level (CwTechnology *self, guint index, const CwLevel *level,
                                  GError **error);
gboolean cw_technology_set_rule (CwTechnology *self, guint index, const CwRule *rule,
                                 GError **error);
gboolean cw_technology_remove_rule (CwTechnology *self, guint index);
CwTechnology *cw_technology_dup_with_levels (const CwTechnology *self, const CwLevel *levels,
                                             gsize n_levels, const guint8 *from,
                                             guint8 map[CW_MAX_LEVELS], GError **error);
guint cw_technology_set_rule_value (CwTechnology *self, const char *name, CwCoord value);

void cw_technology_set_substrate (CwTechnology *self, CwSubstrateKind substrate);
void cw_technology_set_flow (CwTechnology *self, struct _CwFlow *flow);
gboolean cw_technology_set_panel (CwTechnology *self, const struct _CwPanel *panel, GError **error);

CwSubstrateKind cw_technology_get_substrate (const CwTechnology *self);
struct _CwFlow *cw_technology_get_flow (const CwTechnology *self);
const struct _CwPanel *cw_technology_get_panel (const CwTechnology *self);
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
const char *cw_material_group_get_name (CwMaterialGroup group);
const char *cw_deposition_get_name (CwDeposition deposition);
const char *cw_substrate_kind_get_name (CwSubstrateKind kind);
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
