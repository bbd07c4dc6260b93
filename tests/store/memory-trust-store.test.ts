import { createMemoryTrustStore } from '../../src/store/memory-trust-store.ts';
import { describeTrustStore } from '../contract/trust-store-contract.ts';

describeTrustStore('memory', async () => createMemoryTrustStore());
